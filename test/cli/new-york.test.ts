import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { folderWith, type Run, run } from '../support.ts';

const source = '../shared/real/nyc-math/math_test_results.csv';
const isThere = existsSync(source);
if (!isThere) console.warn(`skipped: real input, ${source} is not on this machine`);

type Cells = Record<string, string>;
const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));

/** Real input: New York mathematics 2006–2011 becomes a release by two JSON files (test/files/new-york). */
describe.skipIf(!isThere)('the New York mathematics file', () => {
  let made: Run;
  let raw: Cells[];
  let published: Map<string, Cells>;

  beforeAll(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const folder = folderWith({});
    for (const name of ['dataset.json', 'profile.json'])
      copyFileSync(join('test/files/new-york', name), join(folder, name));
    copyFileSync(source, join(folder, 'math_test_results.csv'));
    made = await run(folder, { preset: 'internal' });
    const parse = (path: string) =>
      Papa.parse<Cells>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), {
        header: true,
        skipEmptyLines: true,
      }).data;
    raw = parse(source);
    const results = parse(join(made.folder, 'results.csv'));
    published = new Map(
      results.map((row) => [[row.level, row.entity_id, row.grade, row.year].join(' '), row]),
    );
  });

  it('28,478 rows = 21,606 published + 393 suppressed + 6,479 excluded totals + 0 rejected', () => {
    expect(raw).toHaveLength(28_478);
    expect(made.manifest.sources[0]).toMatchObject({
      rows_in: 28_478,
      published: 21_606,
      suppressed: 393,
      excluded: { total: 6_479 },
      rejected: 0,
    });
  });

  it('for every school, grade and year the published counts equal the file', () => {
    let compared = 0;
    let withheld = 0;
    for (const row of raw.filter(({ Grade }) => Grade !== 'All Grades')) {
      const own = published.get(['school', row.DBN, row.Grade, row.Year].join(' '));
      expect(own, `${row.DBN} ${row.Grade} ${row.Year}`).toBeDefined();
      expect(number(own?.participants_low)).toBe(number(row['Number Tested']));
      if (row['Level 1 #'] === 's') {
        withheld++;
        expect(own).toMatchObject({ protection: 'suppressed', mark_2_low: '', below_threshold_low: '' });
        continue;
      }
      compared++;
      for (const [i, level] of [1, 2, 3, 4].entries()) {
        expect(number(own?.[`mark_${i + 2}_low`])).toBe(number(row[`Level ${level} #`]));
      }
    }
    expect([compared, withheld]).toEqual([21_606, 393]);
  });

  it('borough and city sums equal sums over the file, withheld rows as a range', () => {
    const boroughs: Record<string, string> = {
      K: 'Brooklyn',
      M: 'Manhattan',
      Q: 'Queens',
      R: 'Staten Island',
      X: 'Bronx',
    };
    for (const borough of [...Object.keys(boroughs), 'nyc']) {
      const rows = raw.filter(
        ({ DBN, Grade, Year }) =>
          Grade === '5' && Year === '2010' && (borough === 'nyc' || DBN?.[2] === borough),
      );
      const level = borough === 'nyc' ? 'region' : 'municipality';
      const total = published.get([level, borough, '5', '2010'].join(' '));
      const sum = (column: string) =>
        rows.reduce((n, row) => n + (row[column] === 's' ? 0 : number(row[column])), 0);
      const hidden = rows
        .filter((row) => row['Level 1 #'] === 's')
        .reduce((n, row) => n + number(row['Number Tested']), 0);
      expect(number(total?.participants_low)).toBe(sum('Number Tested'));
      expect(number(total?.below_threshold_low)).toBe(sum('Level 1 #'));
      expect(number(total?.below_threshold_high)).toBe(sum('Level 1 #') + hidden);
    }
  });
});
