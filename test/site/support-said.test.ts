import { beforeAll, expect, it, vi } from 'vitest';
import type { Section } from '../../src/contract/blocks.ts';
import { dataset, header, profile, run, sourceSet } from '../support.ts';

const from = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { from: name }]));
const own = (table: string, ...names: string[]) => ({ table, delimiter: ',', columns: from(...names) });
const input = (id: string, more: object = {}) => ({ id, files: `${id}.csv`, profile: `${id}.json`, ...more });

const results = [2022, 2023, 2024].flatMap((year) =>
  [1, 2, 3].map((n) => `sch00${n};СОШ № ${n};m1;Первый район;${year};5;Математика;40;6;14;12;8`),
);
const files = {
  'deficits.csv': `school_id,year,kind,identified,eliminated
sch001,2023,staff,true,true
sch002,2023,staff,false,true
sch003,2023,staff,false,false
`,
  'programmes.csv':
    'school_id,programme,year,role\nsch001,500+,2020,participant\nsch001,500+,2023,participant\n',
  'map.csv': `item,level,title,period_text
1,region,Весна,01.03.2024 – 31.03.2024; 15.03.2024 – 10.04.2024
2,region,Нет такого дня,до 31.02.2024
3,region,Наоборот,с мая по март 2024 года
4,region,Обычное,до 20.02.2024
`,
};

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const inputs = [
    { ...input('results'), files: 'r.csv', profile: 'profile.json' },
    input('deficits', { accept_rejected: { 'eliminated-not-identified': 1 } }),
    input('programmes'),
    input('map', { constants: { roadmap_id: 'own-2024' } }),
  ];
  const folder = sourceSet(
    { 'r.csv': `${[header, ...results].join('\n')}\n`, ...files },
    {
      'dataset.json': { ...dataset, inputs, roadmaps: ['primorye-2021'] },
      'profile.json': profile,
      'deficits.json': own('deficits', 'school_id', 'year', 'kind', 'identified', 'eliminated'),
      'programmes.json': own('programmes', 'school_id', 'programme', 'year', 'role'),
      'map.json': own('roadmaps', 'item', 'level', 'title', 'period_text'),
    },
  );
  const { out } = await run(folder);
  vi.stubEnv('DINAMIKA_DATA', out);
}, 60_000);

const words = ({ blocks }: Section): string => JSON.stringify(blocks);

it('a deficit put right that was never found is left out of the table, and the page says so', async () => {
  const { deficitSection } = await import('../../src/site/support-deficits.ts');
  const { regionScope } = await import('../../src/site/support-scope.ts');
  const section = deficitSection(regionScope(), 'ru');
  expect(words(section)).toContain('который не был выявлен: 1. В таблице их нет');
  const [row] = section.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : []));
  // Two answers are left: one school found a deficit and put it right, one found none.
  expect(row).toEqual(['Кадровый', '2023', '2', '1', '1', '0', '–']);
});

it('of a programme that began before the data no figure is given, and the page says why', async () => {
  const { effectSection } = await import('../../src/site/support-effects.ts');
  expect(words(effectSection('ru'))).toContain('программа началась раньше, чем есть данные');
  expect(words(effectSection('en'))).not.toMatch(/\d\s*pts/);
});

it('periods that overlap or cannot be are told apart and get no date', async () => {
  const { datesText, roadmap } = await import('../../src/site/roadmaps.ts');
  const { activities } = roadmap('own-2024');
  expect(activities.map(({ row, times }) => [row.item, row.period_basis, times.length])).toEqual([
    ['1', 'overlapping', 0],
    ['2', 'impossible', 0],
    ['3', 'impossible', 0],
    ['4', 'stated', 1],
  ]);
  const told = activities.slice(0, 3).map((activity) => datesText(activity, 'ru'));
  expect(told.every((text) => text.length > 5)).toBe(true);
  expect(told[0]).not.toBe(told[1]);
});

it('the region’s own road map comes first, then the order that it works by', async () => {
  const { roadmaps } = await import('../../src/site/roadmaps.ts');
  expect(roadmaps().map(({ source }) => `${source.roadmap_id} ${source.origin}`)).toEqual([
    'own-2024 own',
    'primorye-2021 chosen',
  ]);
});
