import { beforeAll, expect, it, vi } from 'vitest';
import { dataset, header, profile, run, sourceSet } from '../support.ts';

// One work of 40 with 16 failing in one year: nothing for the rule of two works, enough for the pooled wording.
const results = [1, 2, 3].flatMap((n) =>
  [2023, 2024].map(
    (year) =>
      `sch00${n};СОШ № ${n};m1;Первый район;${year};5;Математика;40;${n === 2 && year === 2024 ? '16;14;6;4' : '4;20;10;6'}`,
  ),
);

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const folder = sourceSet(
    { 'r.csv': `${[header, ...results].join('\n')}\n` },
    {
      'dataset.json': { ...dataset, inputs: [{ id: 'results', files: 'r.csv', profile: 'profile.json' }] },
      'profile.json': profile,
    },
  );
  const { out } = await run(folder, { compare: ['data/methodology/pooled.json'] });
  vi.stubEnv('DINAMIKA_DATA', out);
}, 60_000);

it('the page of the methodology names who enters under the other one, with both answers', async () => {
  const { methodologySections } = await import('../../src/site/methodology-changes.ts');
  const [section, ...more] = methodologySections('ru');
  expect(more).toEqual([]);
  const tables = (section?.blocks ?? []).flatMap((block) =>
    block.kind === 'table' ? [block.table.rows] : [],
  );
  expect(tables).toEqual([
    [['2024', '1', '0', '0']],
    [['Первый район', 'СОШ № 2', 'не в списке', 'в списке']],
  ]);
  expect(JSON.stringify(section)).toContain(
    'За 2024 год входят в список школ: 1, выходят: 0, сказать нельзя: 0.',
  );
  expect(JSON.stringify(methodologySections('en'))).toContain(
    'In 2024 schools enter the list: 1, leave it: 0',
  );
});
