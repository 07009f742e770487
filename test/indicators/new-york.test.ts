import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { folderWith, type Run, run } from '../support.ts';

const source = '../shared/real/nyc-math/math_test_results.csv';
const isThere = existsSync(source);
if (!isThere) console.warn(`skipped: real input, ${source} is not on this machine`);

/** Three schools worked out by hand; the lines of the file stand beside the answer. */
const byHand = [
  [
    '01M332',
    2010,
    'identified',
    'two-procedures',
    'grade 6 10/24 = 41.7 %, grade 8 35/92 = 38.0 %; 2009 1/47, 4/87',
  ],
  [
    '01M332',
    2011,
    'identified',
    'two-years',
    'grade 6 9/27 = 33.3 % after 41.7 %; 7/29 and 7/47 are under 30 %',
  ],
  ['01M034', 2007, 'identified', 'two-years', 'grade 8 15/48 = 31.3 % after 29/66 = 43.9 %; no other grade'],
  ['01M034', 2011, 'not-identified', '', 'grade 8 15/48 = 31.3 %, the year before 16/59 = 27.1 %'],
  [
    '01M015',
    2006,
    'identified',
    'two-procedures',
    'grade 4 20/49 = 40.8 %, grade 5 12/31 = 38.7 %; first year',
  ],
  ['01M015', 2011, 'not-identified', '', 'grade 3 10/28 = 35.7 %, the year before 6/26 = 23.1 %'],
] as const;

type Cells = Record<string, string>;
const rowsOf = (path: string): Cells[] =>
  Papa.parse<Cells>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true })
    .data;
const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));

/** Real input: identification and dynamics of New York schools, against the raw file. */
describe.skipIf(!isThere)('New York mathematics', () => {
  let made: Run;
  let raw: Cells[];
  let identification: Cells[];
  let dynamics: Cells[];

  beforeAll(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const folder = folderWith({});
    for (const name of ['dataset.json', 'profile.json'])
      copyFileSync(join('test/files/new-york', name), join(folder, name));
    copyFileSync(source, join(folder, 'math_test_results.csv'));
    made = await run(folder, { preset: 'internal' });
    raw = rowsOf(source).filter(({ Grade }) => Grade !== 'All Grades');
    identification = rowsOf(join(made.folder, 'identification.csv'));
    dynamics = rowsOf(join(made.folder, 'dynamics.csv'));
  }, 180_000);

  /** Grades of a school and year with ten tested or more and 30 % or more at level 1, from the raw file. */
  const lowGrades = (school: string, year: number): string[] =>
    raw
      .filter((row) => row.DBN === school && row.Year === String(year) && row['Level 1 #'] !== 's')
      .filter((row) => number(row['Number Tested']) >= 10)
      .filter((row) => number(row['Level 1 #']) / number(row['Number Tested']) >= 0.3)
      .map(({ Grade }) => Grade ?? '');

  it('every school’s state follows from the raw counts, withheld rows apart', () => {
    const withheld = new Set(
      raw.filter((row) => row['Level 1 #'] === 's').map((row) => `${row.DBN} ${row.Year}`),
    );
    const counted = { identified: 0, 'not-identified': 0 };
    for (const { school_id = '', year, state } of identification) {
      const before = Number(year) - 1;
      if (withheld.has(`${school_id} ${year}`) || withheld.has(`${school_id} ${before}`)) continue;
      if (state === 'insufficient-data') continue;
      const low = lowGrades(school_id, Number(year));
      const run = low.filter((grade) => lowGrades(school_id, before).includes(grade));
      const expected = low.length >= 2 || run.length > 0 ? 'identified' : 'not-identified';
      expect([school_id, year, state]).toEqual([school_id, year, expected]);
      counted[expected] += 1;
    }
    expect(counted.identified).toBeGreaterThan(300);
    expect(counted['not-identified']).toBeGreaterThan(3000);
  }, 120_000);

  it.each(byHand)('%s in %i: %s, because of %s; %s', (school, year, state, reasons, _lines) => {
    const own = identification.find((row) => row.school_id === school && row.year === String(year));
    expect([own?.state, own?.reasons]).toEqual([state, reasons]);
  });

  it('the change of a grade is the difference of its two lines in the file', () => {
    const share = (school: string, grade: string, year: string) => {
      const line = raw.find((row) => row.DBN === school && row.Grade === grade && row.Year === year);
      return number(line?.['Level 1 #']) / number(line?.['Number Tested']);
    };
    const known = dynamics.filter((row) => row.level === 'school' && row.grade !== '0' && row.reason === '');
    expect(known.length).toBeGreaterThan(10_000);
    for (const row of known.filter((_, i) => i % 97 === 0)) {
      const { entity_id = '', grade = '', year = '', year_before = '' } = row;
      const change = share(entity_id, grade, year) - share(entity_id, grade, year_before);
      expect(Number(row.formal_low)).toBeCloseTo(change, 5);
    }
  });
});
