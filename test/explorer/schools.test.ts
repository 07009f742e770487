import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeExtracts } from '../../src/cli/extracts.ts';
import type { Engine } from '../../src/contract/engine.ts';
import { askViews } from '../../src/explorer/ask.ts';
import { brushed, joined, type School } from '../../src/explorer/brush.ts';
import { lowShare, mapFigure } from '../../src/explorer/figures.ts';
import { dynamicsQuery, type Query, ratesQuery } from '../../src/explorer/queries.ts';
import {
  type ChangeFacts,
  changesQuery,
  type SchoolFacts,
  schoolsQuery,
  sumQuery,
} from '../../src/explorer/school-queries.ts';
import type { Selection } from '../../src/explorer/state.ts';
import { noTraits, readTraits, type Traits } from '../../src/explorer/traits.ts';
import { viewMessages } from '../../src/i18n/pages-views.ts';
import type { FileEngine } from '../../src/query/attach.ts';
import { extractsList } from '../../src/site/extracts.ts';
import { demoRun } from '../demo-run.ts';
import { openExtracts } from './extracts.ts';

let native: Engine;
let wasm: FileEngine;
/** The release's own tables. */
let plain: Engine;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  ({ native, wasm, plain } = await openExtracts((await demoRun()).folder));
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
const ask = (traits: Partial<Traits> = {}, selection: Partial<Selection> = {}, year = 2025) =>
  both<SchoolFacts>(schoolsQuery({ ...all, ...selection }, { ...noTraits, ...traits }, year));
const ids = (rows: readonly { school_id: string }[]) => rows.map(({ school_id }) => school_id);

describe('the tables taken out of a release', () => {
  // The same rows told twice, each without what the other has: both must be none.
  const differences = async (own: string, published: string) => {
    const count = async (sql: string) => (await plain.query<{ n: number }>(sql))[0]?.n;
    return [
      await count(`SELECT count(*) AS n FROM (${own} EXCEPT ALL ${published})`),
      await count(`SELECT count(*) AS n FROM (${published} EXCEPT ALL ${own})`),
      (await count(`SELECT count(*) AS n FROM (${own})`)) === 0,
    ];
  };

  it('hold every count that they keep as it was published', async () => {
    const key = 'level, entity_id, municipality_id, year, procedure, subject, grade, session, comparability';
    const counts = 'participants_low, participants_high, below_threshold_low, below_threshold_high';
    for (const columns of [
      `SELECT ${key}, ${counts} FROM results`,
      `SELECT ${key}, protection FROM results WHERE level <> 'school'`,
    ])
      expect(await differences(columns.replace('results', 'extract.results'), columns)).toEqual([
        0,
        0,
        false,
      ]);
    const some = await plain.query<{ n: number }>(
      'SELECT count(*) AS n FROM results WHERE below_threshold_high > below_threshold_low OR below_threshold_low IS NULL',
    );
    expect(some[0]?.n).toBeGreaterThan(1000);
  });

  it('have the same bytes every time', async () => {
    const sums = async () => {
      const folder = mkdtempSync(join(tmpdir(), 'dinamika-extracts-'));
      await writeExtracts((await demoRun()).folder, folder);
      return readFileSync(join(folder, extractsList), 'utf8');
    };
    const first = await sums();
    expect(await sums()).toBe(first);
    expect((JSON.parse(first) as { path: string }[]).map(({ path }) => path)).toEqual([
      ...['dynamics.parquet', 'names.parquet', 'results.parquet', 'school_years.parquet'],
    ]);
  });

  it('hold every change of a school that could be computed', async () => {
    const columns =
      'SELECT entity_id, year, year_before, procedure, subject, grade, comparability, verdict, formal_low, formal_high';
    const own = `${columns} FROM extract.dynamics`;
    expect(
      await differences(own, `${columns} FROM dynamics WHERE level = 'school' AND reason IS NULL`),
    ).toEqual([0, 0, false]);
  });
});

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
      { lang: 'ru', minParticipants: 10, views: viewMessages('ru') },
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
      { lang: 'ru', minParticipants: 10, views: viewMessages('ru') },
      new AbortController().signal,
    );
    expect([view.rows, view.rates, view.schools, view.chosen]).toEqual([[], [], [], '']);
  });

  it('sum up to the municipality where every count is exact', async () => {
    const rows = await ask({}, { municipality: '09701000', grade: 5 });
    const sums = await both<{ year: number; participants_low: number; below_threshold_low: number }>(
      sumQuery({ ...all, grade: 5, municipality: '' }, ids(rows)),
    );
    const [place] = (
      await both<{ year: number; level: string; participants_low: number }>(
        dynamicsQuery({ ...all, grade: 5, municipality: '09701000' }),
      )
    ).filter(({ year, level }) => year === 2025 && level === 'municipality');
    const sum = sums.find(({ year }) => year === 2025);
    expect(sum?.participants_low).toBe(rows.reduce((total, row) => total + (row.participants_low ?? 0), 0));
    expect(sum?.participants_low).toBeLessThanOrEqual(place?.participants_low ?? 0);
  });

  it('change as the published table says', async () => {
    const changes = await both<ChangeFacts>(changesQuery(all, 2025));
    expect(changes.length).toBeGreaterThan(100);
    expect(new Set(ids(changes)).size).toBe(changes.length);
    expect(changes.some(({ verdict }) => verdict === 'improved')).toBe(true);
  });
});

const school = (values: Partial<School>): School =>
  ({
    school_id: 's',
    state: 'not-identified',
    share: null,
    change: null,
    wellbeing: null,
    ...values,
  }) as School;

describe('brushing', () => {
  const schools = [
    school({ school_id: 'a', share: { low: 0.3, high: 0.3 }, wellbeing: 40 }),
    school({
      school_id: 'b',
      share: { low: 0.1, high: 0.2 },
      wellbeing: 60,
      change: { low: -0.1, high: -0.1, year: 2024, verdict: 'improved' },
    }),
    school({ school_id: 'c' }),
  ];
  it('keeps what lies inside, ends included, and leaves out what is not known', () => {
    const traits = { ...noTraits, share: { from: 15, to: 30 } };
    expect(ids(brushed(schools, traits))).toEqual(['a', 'b']);
    expect(ids(brushed(schools, { ...traits, index: { from: 50, to: 70 } }))).toEqual(['b']);
    expect(ids(brushed(schools, { ...traits, index: { from: 50, to: 70 } }, ['index']))).toEqual(['a', 'b']);
    expect(ids(brushed(schools, noTraits))).toEqual(['a', 'b', 'c']);
    expect(ids(brushed(schools, { ...noTraits, status: 'improved' }))).toEqual(['b']);
  });

  it('a school whose count is hidden has no share', () => {
    const facts = {
      school_id: 'x',
      participants_low: 20,
      participants_high: 20,
      below_threshold_low: null,
      below_threshold_high: null,
    };
    const [one] = joined([facts as SchoolFacts], [], 10);
    expect(one?.share).toBeNull();
  });

  it('the share of low schools is a range where one cannot be told', () => {
    const states = [
      'identified',
      'undetermined',
      'not-identified',
      'not-identified',
      'insufficient-data',
      null,
    ] as const;
    expect(lowShare(states.map((state) => school({ state })))).toEqual({ low: 0.25, high: 0.5 });
    expect(lowShare([])).toBeNull();
  });

  it('a status or cluster filter narrows the schools, not the shading of the map', () => {
    const facts = {
      municipality_id: 'm',
      year: 2025,
      cluster: '2' as const,
      longitude: null,
      latitude: null,
    };
    const known = (school_id: string, state: School['state']) => school({ ...facts, school_id, state });
    const schools = [known('a', 'identified'), known('b', 'not-identified'), known('c', 'not-identified')];
    const config = {
      ...{ views: viewMessages('ru'), lang: 'ru' as const, threshold: 0.3 },
      municipalities: [{ id: 'm', name: 'Озёрский район' }],
    };
    const { document } = parseHTML('<!doctype html><body></body>');
    const drawn = (traits: Partial<Traits>) =>
      mapFigure({ schools, traits: { ...noTraits, ...traits }, areas: new Map() }, config, {
        document: document as unknown as Document,
        width: 400,
        lang: 'ru',
      }).svg.outerHTML;
    expect(brushed(schools, { ...noTraits, status: 'identified' })).toHaveLength(1);
    expect(drawn({ status: 'identified' })).toBe(drawn({}));
    expect(drawn({ cluster: '1' })).toBe(drawn({}));
    expect(drawn({})).toContain('33');
  });
});

describe('an address never reaches SQL as text', () => {
  const choices = {
    ...{ from: ['2024'], to: ['2025'], cluster: ['2'], type: ['basic'], locality: ['rural'] },
    ...{ small: ['yes', 'no'], programme: ['yes', 'no'], status: ['identified', 'improved'] },
  };
  const texts = new Set([
    schoolsQuery(all, noTraits, 2025).sql,
    sumQuery(all, []).sql,
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
          schoolsQuery(selection, traits, 2025),
          sumQuery(selection, [a]),
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
