import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { filesBelow, sha256 } from '../../src/publish/files.ts';
import { openNative } from '../../src/query/native.ts';
import { faultOf, fingerprint, lines, type Run, run, sourceSet, temporaryFolder } from '../support.ts';

type Marks = [two: number, three: number, four: number, five: number];
type School = [id: number, municipality: number, marks: Marks];

const csv = (schools: readonly School[]): string =>
  lines(
    ...schools.map(([id, municipality, marks]) => {
      const all = marks.reduce((sum, count) => sum + count, 0);
      return `sch${String(id).padStart(3, '0')};СОШ № ${id};m${municipality};Район ${municipality};2023;5;Математика;${[all, ...marks].join(';')}`;
    }),
  );

/** One municipality with three large and many small schools, so that its number of participants is exact, and a second one. */
const first: School[] = [
  [1, 1, [6, 14, 12, 8]],
  [2, 1, [5, 10, 6, 4]],
  [3, 1, [1, 2, 1, 1]],
  [4, 1, [1, 2, 2, 1]],
  [5, 1, [1, 1, 1, 1]],
  [6, 1, [2, 2, 2, 2]],
  [7, 1, [1, 9, 9, 9]],
  [21, 1, [2, 2, 1, 1]],
  [22, 1, [1, 1, 2, 2]],
  [23, 1, [2, 1, 1, 2]],
  [24, 1, [1, 2, 2, 2]],
  [25, 1, [2, 2, 2, 1]],
  [26, 1, [1, 1, 1, 3]],
  [11, 2, [6, 14, 12, 8]],
  [12, 2, [2, 2, 2, 2]],
  [13, 2, [1, 3, 3, 1]],
  [14, 2, [3, 1, 1, 1]],
  [15, 2, [1, 4, 2, 1]],
];
const change = (...changed: School[]): School[] => [
  ...first.filter(([id]) => !changed.some(([other]) => other === id)),
  ...changed,
];

type Row = Record<string, string>;
const results = (made: Run): Map<string, Row> =>
  new Map(
    Papa.parse<Row>(readFileSync(join(made.folder, 'results.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data.map((row) => [row.entity_id ?? '', row]),
  );
const range = (row: Row | undefined, name: string) => [
  Number(row?.[`${name}_low`]),
  Number(row?.[`${name}_high`]),
];

/** What the difference of two releases tells of the participants of an area. */
const difference = (before: Map<string, Row>, after: Map<string, Row>, area: string) => {
  const [a = 0, b = 0] = range(before.get(area), 'participants');
  const [c = 0, d = 0] = range(after.get(area), 'participants');
  return [c - b, d - a];
};

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

/** A first release and, in the same folders, one with corrected data. */
async function twice(
  corrected: School[],
  { forget = false } = {},
): Promise<[Map<string, Row>, Map<string, Row>]> {
  const [out, work] = [temporaryFolder(), temporaryFolder()];
  const before = await run(sourceSet({ 'a.csv': csv(first) }), { preset: 'public', out, work });
  if (forget) rmSync(join(work, 'test-set-history'), { recursive: true });
  const after = await run(sourceSet({ 'a.csv': csv(corrected) }), { preset: 'public', out, work });
  expect(after.release).not.toBe(before.release);
  return [results(before), results(after)];
}

describe('a second release of corrected data', () => {
  const late: School = [8, 1, [1, 2, 1, 1]];

  it('does not tell a small school that came late, which the difference of exact totals would', async () => {
    const [before, forgotten] = await twice(change(late), { forget: true });
    expect(difference(before, forgotten, 'm1')).toEqual([5, 5]);
    const [old, remembered] = await twice(change(late));
    expect(range(old.get('m1'), 'participants')).toEqual(range(before.get('m1'), 'participants'));
    expect(difference(old, remembered, 'm1')).toEqual([1, 9]);
    const [least = 0, most = 0] = difference(old, remembered, 'r');
    expect(least <= 1 && most >= 9).toBe(true);
    const own = change(late).filter(([, municipality]) => municipality === 1);
    const all = own.flatMap(([, , marks]) => marks).reduce((sum, count) => sum + count, 0);
    const [low, high] = range(remembered.get('m1'), 'participants');
    expect(low).toBeLessThanOrEqual(all);
    expect(high).toBeGreaterThanOrEqual(all);
  });

  it('does not tell a small school that was taken out', async () => {
    const [before, after] = await twice(first.filter(([id]) => id !== 6));
    expect(difference(before, after, 'm1')).toEqual([-9, -1]);
  });

  it('follows a visible correction exactly', async () => {
    const [before, after] = await twice(change([1, 1, [6, 14, 12, 9]]));
    expect(difference(before, after, 'm1')).toEqual([1, 1]);
    expect(range(after.get('sch001'), 'participants')).toEqual([41, 41]);
  });

  it('keeps hidden what was hidden, in a range that holds the old one', async () => {
    const [before, after] = await twice(change([6, 1, [3, 3, 3, 3]], [7, 1, [3, 8, 9, 8]]));
    expect(range(before.get('sch006'), 'participants')).toEqual([1, 9]);
    expect(after.get('sch006')).toMatchObject({ protection: 'remembered', mark_3_low: '', score_mean: '' });
    expect(range(after.get('sch006'), 'participants')).toEqual([1, 18]);
    expect(range(before.get('sch007'), 'below_threshold')).toEqual([1, 2]);
    expect(range(after.get('sch007'), 'below_threshold')).toEqual([1, 4]);
    expect(after.get('sch007')).toMatchObject({ protection: 'remembered', mark_2_low: '', mark_4_high: '' });
  });

  it('is the same release where nothing was corrected', async () => {
    const [out, work] = [temporaryFolder(), temporaryFolder()];
    const again = () => run(sourceSet({ 'a.csv': csv(first) }), { preset: 'public', out, work });
    expect((await again()).release).toBe((await again()).release);
  });
});

describe('a memory of the release before that cannot be used', () => {
  /** A release, something done to its memory, and the fault that a corrected release ends with. */
  async function refused(spoil: (history: string) => void | Promise<void>) {
    const [out, work] = [temporaryFolder(), temporaryFolder()];
    const { release } = await run(sourceSet({ 'a.csv': csv(first) }), { preset: 'public', out, work });
    await spoil(join(work, 'test-set-history'));
    const [before, memory] = [fingerprint(out), fingerprint(join(work, 'test-set-history'))];
    const corrected = sourceSet({ 'a.csv': csv(change([1, 1, [6, 14, 12, 9]])) });
    const fault = await faultOf(() => run(corrected, { preset: 'public', out, work }));
    expect(fingerprint(out), 'the published folder').toBe(before);
    expect(fingerprint(join(work, 'test-set-history')), 'the memory').toBe(memory);
    expect(filesBelow(out).every((path) => path === 'latest.json' || path.startsWith(release))).toBe(true);
    return {
      code: fault.code,
      file: fault.place.file?.split('/').slice(-2).join('/'),
      total: fault.details.total,
    };
  }

  it.each<[string, (history: string) => void]>([
    ['rows.parquet', (history) => truncateSync(join(history, 'rows.parquet'), 400)],
    ['totals.parquet', (history) => rmSync(join(history, 'totals.parquet'))],
    ['release.json', (history) => writeFileSync(join(history, 'release.json'), '{"release":')],
    ['release.json', (history) => rmSync(join(history, 'release.json'))],
  ])('names the damaged file: %s', async (file, spoil) => {
    expect(await refused(spoil)).toEqual({
      code: 'damaged-history',
      file: `test-set-history/${file}`,
      total: undefined,
    });
  });

  it('names the total that it does not fit', async () => {
    const engine = await openNative({ threads: 1 });
    const found = await refused(async (history) => {
      const totals = join(history, 'totals.parquet');
      const from = `FROM read_parquet('${totals}')`;
      await engine.run(`CREATE TABLE t AS SELECT * REPLACE (participants_high - 100 AS participants_high,
        participants_low - 100 AS participants_low) ${from}`);
      await engine.run(`COPY t TO '${totals}' (FORMAT parquet)`);
      const note = JSON.parse(readFileSync(join(history, 'release.json'), 'utf8'));
      note.sha256.totals = sha256(readFileSync(totals));
      writeFileSync(join(history, 'release.json'), JSON.stringify(note));
    });
    await engine.close();
    expect(found).toEqual({
      code: 'unfit-history',
      file: 'test-set-history/totals.parquet',
      total: 'municipality m1 2023 vpr mathematics 5 spring',
    });
  });
});
