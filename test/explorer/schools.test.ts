import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cell, Engine } from '../../src/contract/engine.ts';
import type { ResultRow } from '../../src/contract/public.ts';
import { askViews } from '../../src/explorer/ask.ts';
import { brushed, joined } from '../../src/explorer/brush.ts';
import { dynamicsQuery, type Query, ratesQuery } from '../../src/explorer/queries.ts';
import {
  added,
  type ChangeFacts,
  changesQuery,
  countsQuery,
  letThrough,
  type SchoolCounts,
  type SchoolYear,
  schoolYearsQuery,
  sumQueries,
} from '../../src/explorer/school-queries.ts';
import type { Selection } from '../../src/explorer/state.ts';
import { noTraits, readTraits, type Traits } from '../../src/explorer/traits.ts';
import { firstExtracts } from '../../src/explorer/unpack.ts';
import { viewMessages } from '../../src/i18n/pages-views.ts';
import type { FileEngine } from '../../src/query/attach.ts';
import { longestText } from '../../src/query/wasm-session.ts';
import { demoRun } from '../demo-run.ts';
import { openExtracts } from './open-extracts.ts';

let native: Engine;
let wasm: FileEngine;
/** The release's own tables. */
let plain: Engine;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  ({ native, wasm, plain } = await openExtracts((await demoRun()).folder, [
    ...firstExtracts,
    'school_dynamics',
  ]));
}, 180_000);
afterAll(async () => {
  for (const engine of [native, wasm, plain]) await engine.close();
});

async function both<T>({ sql, params }: Query): Promise<T[]> {
  const [here, there] = [await native.query<T>(sql, params), await wasm.query<T>(sql, params)];
  expect(there).toEqual(here);
  return here;
}

const all: Selection = { procedure: 'vpr', subject: 'mathematics', grade: null, municipality: '' };
const version = 'charoda-2023';
const ask = async (traits: Partial<Traits> = {}, selection: Partial<Selection> = {}, year = 2025) =>
  letThrough(
    await both<SchoolYear>(schoolYearsQuery(year)),
    await both<SchoolCounts>(countsQuery({ ...all, ...selection }, year)),
    { ...all, ...selection },
    { ...noTraits, ...traits },
  );
const summed = async (selection: Selection, some: readonly string[]) =>
  added(await Promise.all(sumQueries(selection, some).map((query) => both<ResultRow>(query))));
const ids = (rows: readonly { school_id: string }[]) => rows.map(({ school_id }) => school_id);

describe('the schools that the filters let through', () => {
  it('are those a plain count finds, for every filter alone', async () => {
    const everyone = await ask();
    const year = everyone[0]?.year;
    expect(year).toBe(2025);
    const counted = async (where: string) =>
      ids(
        await plain.query<{ school_id: string }>(
          `SELECT s.school_id FROM schools s
           LEFT JOIN clusters c ON c.school_id = s.school_id AND c.year = ${year} AND c.methodology = '${version}'
           LEFT JOIN identification i ON i.school_id = s.school_id AND i.year = ${year} AND i.methodology = '${version}'
           LEFT JOIN identification b ON b.school_id = s.school_id AND b.year = ${year}-1 AND b.methodology = '${version}'
           WHERE ${where} ORDER BY s.school_id`,
        ),
      );
    const known = new Set(ids(everyone));
    const cases: [Partial<Traits>, Partial<Selection>, string][] = [
      [{ cluster: '2' }, {}, "c.cluster = '2'"],
      [{ type: 'gymnasium' }, {}, "s.type = 'gymnasium'"],
      [{ locality: 'rural' }, {}, "s.locality = 'rural'"],
      [{ small: 'yes' }, {}, 's.small_school'],
      [{ small: 'no' }, {}, 'NOT s.small_school'],
      [{ status: 'identified' }, {}, "i.state = 'identified'"],
      [{ status: 'entered' }, {}, "i.state = 'identified' AND b.state = 'not-identified'"],
      [{ status: 'left' }, {}, "i.state = 'not-identified' AND b.state = 'identified'"],
      [{}, { municipality: '09701000' }, "s.municipality_id = '09701000'"],
    ];
    for (const [traits, selection, where] of cases) {
      const expected = (await counted(where)).filter((id) => known.has(id));
      expect(expected.length, where).toBeGreaterThan(0);
      const found = joined(await ask(traits, selection), [], 10);
      expect(ids(brushed(found, { ...noTraits, ...traits })), where).toEqual(expected);
    }
  });

  it('are parted by the programme', async () => {
    const [yes, no, every] = [
      await ask({ programme: 'yes' }, {}, 2024),
      await ask({ programme: 'no' }, {}, 2024),
      await ask({}, {}, 2024),
    ];
    expect(yes.length).toBeGreaterThan(0);
    expect([...ids(yes), ...ids(no)].sort()).toEqual(ids(every));
    expect(new Set(every.map(({ year }) => year))).toEqual(new Set([2024]));
  });

  it('are asked for in the last year of the span, together with everything that the views draw', async () => {
    const early: number[] = [];
    const view = await askViews(
      { selection: all, traits: { ...noTraits, from: '2021', to: '2024' } },
      { engine: native, changes: Promise.resolve(true) },
      { minParticipants: 10, views: viewMessages('ru') },
      new AbortController().signal,
      (rows) => early.push(rows.length),
    );
    expect(new Set(view.schools.map(({ year }) => year))).toEqual(new Set([2024]));
    expect(new Set(view.rows.map(({ year }) => year))).toEqual(new Set([2021, 2022, 2023, 2024]));
    expect(view.schools.some(({ change }) => change?.year === 2023)).toBe(true);
    expect(view.rows.some(({ level }) => level === 'school')).toBe(true);
    // The chosen schools are not known yet: nothing may be drawn early.
    expect(early).toEqual([]);
  });

  it('a work that the region does not have in those years has no schools', async () => {
    const view = await askViews(
      { selection: all, traits: { ...noTraits, from: '1990', to: '1991' } },
      { engine: native, changes: Promise.resolve(true) },
      { minParticipants: 10, views: viewMessages('ru') },
      new AbortController().signal,
    );
    expect([view.rows, view.rates, view.schools, view.chosen]).toEqual([[], [], [], '']);
  });

  it('sum up to the municipality where every count is exact', async () => {
    const rows = await ask({}, { municipality: '09701000', grade: 5 });
    const sums = await summed({ ...all, grade: 5 }, ids(rows));
    const [place] = (
      await both<{ year: number; level: string; participants_low: number }>(
        dynamicsQuery({ ...all, grade: 5, municipality: '09701000' }),
      )
    ).filter(({ year, level }) => year === 2025 && level === 'municipality');
    const sum = sums.find(({ year }) => year === 2025);
    expect(sum?.participants_low).toBe(rows.reduce((total, row) => total + (row.participants_low ?? 0), 0));
    expect(sum?.participants_low).toBeLessThanOrEqual(place?.participants_low ?? 0);
  });

  it('are summed the same way however many questions their ids take', async () => {
    const every = ids(await ask());
    // Ids as long as an id may be: more than one question holds.
    const long = every.map((id) => id.padEnd(64, 'x'));
    expect(sumQueries(all, every)).toHaveLength(1);
    expect(sumQueries(all, long).length).toBeGreaterThan(1);
    expect(sumQueries(all, long).flatMap(({ params }) => String(params[0]).split(' '))).toEqual(long);
    for (const { params } of sumQueries(all, long))
      expect(String(params[0]).length).toBeLessThan(longestText);
    const halves = [every.slice(0, 100), every.slice(100)].map((part) => summed(all, part));
    expect(added(await Promise.all(halves))).toEqual(await summed(all, every));
  });

  it('of the last view are not asked for again when only what JavaScript filters has changed', async () => {
    const asked: string[] = [];
    const engine = {
      query: <T>(sql: string, params?: readonly Cell[]) => {
        asked.push(sql);
        return native.query<T>(sql, params);
      },
    };
    const view = (traits: Partial<Traits>, selection: Partial<Selection> = {}) =>
      askViews(
        { selection: { ...all, ...selection }, traits: { ...noTraits, ...traits } },
        { engine, changes: Promise.resolve(true) },
        { minParticipants: 10, views: viewMessages('ru') },
        new AbortController().signal,
      );
    const everyone = await view({});
    expect(asked).toHaveLength(5);
    const rural = await view({ locality: 'rural' });
    expect(asked.slice(5)).toEqual([sumQueries(all, ['a'])[0]?.sql]);
    expect(rural.schools.length).toBeGreaterThan(0);
    expect(rural.schools).toEqual(everyone.schools.filter(({ locality }) => locality === 'rural'));
    await view({}, { subject: 'russian' });
    // The schools of a year do not depend on the work; the last but one view is forgotten.
    expect(asked.slice(6)).not.toContain(schoolYearsQuery(2025).sql);
    expect(asked.slice(6)).toHaveLength(4);
    await view({});
    expect(asked).toHaveLength(14);
  });

  it('change as the published table says', async () => {
    const changes = await both<ChangeFacts>(changesQuery(all, 2025));
    expect(changes.length).toBeGreaterThan(100);
    expect(new Set(ids(changes)).size).toBe(changes.length);
    expect(changes.some(({ verdict }) => verdict === 'improved')).toBe(true);
  });
});

describe('an address never reaches SQL as text', () => {
  const choices = {
    ...{ from: ['2024'], to: ['2025'], cluster: ['2'], type: ['basic'], locality: ['rural'] },
    ...{ small: ['yes', 'no'], programme: ['yes', 'no'], status: ['identified', 'improved'] },
  };
  const texts = new Set([
    schoolYearsQuery(2025).sql,
    countsQuery(all, 2025).sql,
    ...sumQueries(all, ['a']).map(({ sql }) => sql),
    changesQuery(all, 2024).sql,
    dynamicsQuery(all).sql,
    ratesQuery(all).sql,
    ratesQuery({ ...all, municipality: 'x' }).sql,
  ]);
  const field = fc.constantFrom(
    ...Object.keys(choices),
    'share',
    'change',
    'index',
    'procedure',
    'municipality',
  );
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom("'; DROP TABLE results; --", '30..60', '1e9..2', '-5..', '2', 'yes', '2024'),
  );

  it('whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(field, value)), fc.string(), fc.string(), (pairs, a, b) => {
        const { traits, problems } = readTraits(new URLSearchParams(pairs), choices);
        const selection = { ...all, subject: a, municipality: b };
        for (const { sql, params } of [
          countsQuery(selection, 2025),
          ...sumQueries(selection, [a, b]),
          changesQuery(selection, 2024),
          dynamicsQuery(selection),
          ratesQuery(selection),
        ]) {
          expect(texts.has(sql)).toBe(true);
          expect(sql.split('?').length - 1).toBe(params.length);
        }
        for (const { field: name } of problems) expect(name).not.toBe('');
        for (const range of [traits.share, traits.change, traits.index])
          if (range) expect(Number.isFinite(range.from) && range.from <= range.to).toBe(true);
      }),
    );
  });
});
