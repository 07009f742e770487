import { describe, expect, it } from 'vitest';

// The reader takes its folder from the environment when it is first imported.
process.env.DINAMIKA_DATA = 'test/files/sample-release';
const { schoolEntity, regionEntity } = await import('../../src/site/entity.ts');
const { summary } = await import('../../src/site/summary.ts');
const { isHeld, rangeHelp, resultsTable } = await import('../../src/site/table.ts');
const { isRequired, works } = await import('../../src/site/works.ts');
const { explorerChoices, explorerOffers, explorerTable } = await import('../../src/site/explorer.ts');
const { schoolPaths } = await import('../../src/site/paths.ts');
const { life } = await import('../../src/site/life.ts');
const { byLetter } = await import('../../src/site/schools.ts');
const { missingLines } = await import('../../src/site/missing.ts');
const { school } = await import('../../src/site/release.ts');

const workOf = (id: string, procedure: string, subject: string) => {
  const found = works(schoolEntity(id).rows).find(
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
    expect(table.range).toBe('1–2');
  });

  it('names the years whose numbers are ranges because data were corrected', () => {
    const work = workOf('oz-001', 'vpr', 'russian');
    const rows = work.rows.map((row, i) => ({
      ...row,
      protection: i < 2 ? ('corrected' as const) : ('widened' as const),
      below_threshold_high: (row.below_threshold_low ?? 0) + 9,
    }));
    const { ranges } = resultsTable({ ...work, rows }, 'ru');
    const [first = '', second = ''] = rows.map(({ year }) => String(year)).slice(0, 2);
    const [held, other] = ranges;
    expect(held).toMatchObject({ protection: 'corrected', years: [...new Set([first, second])].sort() });
    expect(other?.protection).toBe('widened');
    expect([held, other].map((one) => one && isHeld(one.protection))).toEqual([true, false]);
    expect(rangeHelp('2–11', 'ru', 'corrected', held?.years)).toMatch(
      new RegExp(`^«2–11» \\(.*${first}.*\\): данные исправлены`),
    );
  });
});

it('the required subjects of each procedure come first, in the order of the reference table', () => {
  const names = works(schoolEntity('oz-001').rows).map(({ procedure, subject }) => `${procedure} ${subject}`);
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
  const entity = schoolEntity('oz-002');
  expect(summary(entity, 'en').paragraphs).toHaveLength(works(entity.rows).filter(isRequired).length);
});

it('a small school says once that its results are hidden', () => {
  const { paragraphs, numbers } = summary(schoolEntity('ka-002'), 'ru');
  expect(paragraphs).toHaveLength(1);
  expect(paragraphs[0]).toContain('Скрыты результаты за 2025 год: ВПР по русскому языку, ВПР по математике');
  expect(numbers).toBe(false);
});

it('a school without a result in the year before says so', () => {
  expect(summary(schoolEntity('za-001'), 'ru').paragraphs[0]).toContain('Результатов за 2024 год нет');
});

it('the region is not compared with itself', () => {
  for (const text of summary(regionEntity(), 'ru').paragraphs)
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
  expect(explorerTable('ru').match(/<tr>/g)).toHaveLength(1 + 3);
});

it('the explorer offers only what the region has, subject by subject', () => {
  const offers = explorerOffers();
  expect(Object.keys(offers)).toEqual(['vpr', 'oge', 'ege']);
  expect(offers.oge?.russian).toEqual([9]);
  expect(offers.vpr).not.toHaveProperty('informatics');
});

it('a summary shows at most two paragraphs and four sentences before the first chart', () => {
  const { paragraphs, lead } = summary(schoolEntity('oz-001'), 'ru');
  expect(lead).toBeLessThan(paragraphs.length);
  const sentences =
    paragraphs
      .slice(0, lead)
      .join(' ')
      .match(/[.](?= \p{Lu}|$)/gu) ?? [];
  expect(lead).toBeLessThanOrEqual(2);
  expect(sentences.length).toBeLessThanOrEqual(4);
});

describe('a school that closed', () => {
  const entity = { ...schoolEntity('oz-001'), life: { closed: '2022-08-31' } };
  const rows = entity.rows.filter(
    (row) => row.year < 2022 || (row.year === 2022 && row.session !== 'autumn'),
  );

  it('is spoken of for the last year it had, never for years after it', () => {
    const { paragraphs } = summary({ ...entity, rows }, 'ru');
    expect(paragraphs[0]).toContain('В 2021 году на ВПР по русскому языку');
    expect(paragraphs.join(' ')).not.toMatch(/202[3-9]/);
  });

  it('has its years after the end in the table, as a run with the reason', () => {
    const [work] = works(rows);
    if (!work) throw new Error('missing work');
    const { lines } = resultsTable(work, 'ru', entity.life);
    expect(lines.filter(({ reason }) => reason === 'школа закрыта').map(({ year }) => year)).toContain(
      '2022–2025',
    );
  });
});

it('a year before a school opened, and one that nobody reported, have their reasons', () => {
  const work = workOf('oz-001', 'vpr', 'russian');
  const reasons = (rows: typeof work.rows, opened?: string) =>
    missingLines({ ...work, rows }, opened ? { opened } : {}, 'en').map(({ reason }) => reason);
  const later = work.rows.filter((row) => row.year >= 2024);
  expect(reasons(later, '2023-09-01')).toContain('the school was not open yet');
  expect(reasons(later)).toContain('no data');
});

it('a day of opening long before the release is no news, a day of closing yet to come no closing', () => {
  const { school: row } = school('oz-001');
  expect(life({ ...row, opened: '1965-09-01', closed: '2999-08-31' })).toEqual({});
  expect(life({ ...row, opened: '2023-09-01', closed: '2024-08-31' })).toEqual({
    opened: '2023-09-01',
    closed: '2024-08-31',
  });
});

it('a long list of schools is grouped by the first letter of the name people use', () => {
  const { school: row } = school('oz-001');
  const named = (short_name: string | null, name = 'Школа') => ({ ...row, short_name, name });
  const groups = byLetter([named('«Гимназия»'), named(null, 'гимназия № 2'), named('СОШ № 1')]);
  expect(groups.map(({ letter, schools }) => [letter, schools.length])).toEqual([
    ['Г', 2],
    ['С', 1],
  ]);
});
