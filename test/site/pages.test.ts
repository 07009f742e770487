import { describe, expect, it } from 'vitest';

// The reader takes its folder from the environment when it is first imported.
process.env.DINAMIKA_DATA = 'test/files/sample-release';
const { schoolEntity, regionEntity } = await import('../../src/site/entity.ts');
const { summary } = await import('../../src/site/summary.ts');
const { resultsTable } = await import('../../src/site/table.ts');
const { isRequired, works } = await import('../../src/site/works.ts');
const { explorerChoices, explorerTable } = await import('../../src/site/explorer.ts');
const { schoolPaths } = await import('../../src/site/paths.ts');

const workOf = (id: string, procedure: string, subject: string) => {
  const found = works(schoolEntity(id, 'ru').rows).find(
    (work) => work.procedure === procedure && work.subject === subject,
  );
  if (!found) throw new Error(`missing work: ${procedure} ${subject}`);
  return found;
};

describe('the table of a work', () => {
  it('says that an exam was not held, where the gap is', () => {
    const { lines } = resultsTable(workOf('oz-001', 'oge', 'russian'), 'ru');
    expect(lines.find(({ year }) => year === '2020')?.reason).toBe('не проводилось');
  });

  it('says why a small school has no figures', () => {
    const { lines } = resultsTable(workOf('ka-002', 'vpr', 'mathematics'), 'ru');
    expect(lines.every(({ reason }) => reason === 'меньше 10 участников, результат скрыт')).toBe(true);
  });

  it('says that the source withheld a row', () => {
    const { lines } = resultsTable(workOf('za-002', 'vpr', 'russian'), 'en');
    expect(lines.find(({ year }) => year === '2023')?.reason).toBe('withheld by the source');
  });

  it('writes a hidden count as a range and explains it', () => {
    const table = resultsTable(workOf('oz-003', 'vpr', 'mathematics'), 'ru');
    expect(table.lines.some(({ below }) => below === '1–2')).toBe(true);
    expect(table.ranges).toBe(true);
  });
});

it('the required subjects of each procedure come first, in the order of the reference table', () => {
  const names = works(schoolEntity('oz-001', 'ru').rows).map(
    ({ procedure, subject }) => `${procedure} ${subject}`,
  );
  expect(names).toEqual([
    'vpr russian',
    'vpr mathematics',
    'vpr world-around',
    'vpr history',
    'oge russian',
    'oge mathematics',
    'oge informatics',
    'ege russian',
    'ege mathematics',
  ]);
});

it('a summary has one paragraph per required subject and procedure', () => {
  const entity = schoolEntity('oz-002', 'en');
  expect(summary(entity, 'en').paragraphs).toHaveLength(works(entity.rows).filter(isRequired).length);
});

it('a small school says once that its results are hidden', () => {
  const { paragraphs, numbers } = summary(schoolEntity('ka-002', 'ru'), 'ru');
  expect(paragraphs).toHaveLength(1);
  expect(paragraphs[0]).toContain('Скрыты результаты за 2025 год: ВПР по русскому языку, ВПР по математике');
  expect(numbers).toBe(false);
});

it('a school without a result in the year before says so', () => {
  expect(summary(schoolEntity('za-001', 'ru'), 'ru').paragraphs[0]).toContain('Результатов за 2024 год нет');
});

it('the region is not compared with itself', () => {
  for (const text of summary(regionEntity('ru'), 'ru').paragraphs)
    expect(text).not.toContain('В целом по региону');
});

it('every school has a page in both languages', () => {
  expect(schoolPaths().filter(({ params }) => params.id === 'ka-003')).toEqual([
    { params: { id: 'ka-003', lang: undefined } },
    { params: { id: 'ka-003', lang: 'en' } },
  ]);
});

it('the explorer opens on the region, all grades, with a table of municipalities', () => {
  const choices = explorerChoices('ru');
  expect(Object.values(choices).map(([first]) => first?.value)).toEqual(['vpr', 'russian', '', '']);
  expect(explorerTable('ru', 'x').match(/<tr>/g)).toHaveLength(1 + 3);
});
