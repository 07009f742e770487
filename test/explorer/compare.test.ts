import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import { similarTo } from '../../src/explorer/compare/ask.ts';
import {
  type Change,
  type Cohort,
  type ContextRow,
  changesQuery,
  cohortsQuery,
  contextsQuery,
  type Entity,
  entitiesQuery,
  rowsQuery,
  type YearFacts,
  yearsQuery,
} from '../../src/explorer/compare/queries.ts';
import { readComparison, type Weights, writeComparison } from '../../src/explorer/compare/state.ts';
import type { Query } from '../../src/explorer/queries.ts';
import { compareExtracts } from '../../src/explorer/unpack.ts';
import { attachParquet, type FileEngine } from '../../src/query/attach.ts';
import { demoRun } from '../demo-run.ts';
import { readMethodology } from '../indicators/tables.ts';
import { openExtracts } from './open-extracts.ts';

let native: Engine;
let wasm: FileEngine;
/** The release's own tables. */
let plain: Engine;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const { folder } = await demoRun();
  ({ native, wasm, plain } = await openExtracts(folder, compareExtracts));
  await attachParquet(plain, 'similar_schools', join(folder, 'similar_schools.parquet'));
}, 180_000);
afterAll(async () => {
  for (const engine of [native, wasm, plain]) await engine.close();
});

async function both<T>({ sql, params }: Query): Promise<T[]> {
  const [here, there] = [await native.query<T>(sql, params), await wasm.query<T>(sql, params)];
  expect(there).toEqual(here);
  return here;
}

const work = { procedure: 'vpr', subject: 'mathematics', grade: null, municipality: '' };
const ids = ['sch981003', 'sch981555', '09701000'];
const methodology = readMethodology('default');
const weights = methodology.similar_schools.weights as Weights;
const choices = { offers: { vpr: { mathematics: [4, 5] } }, municipalities: ['09701000'] };

it('everybody who has a page may be compared', async () => {
  const found = await both<Entity>(entitiesQuery);
  const [count] = await plain.query<{ n: number }>(
    'SELECT CAST((SELECT count(*) FROM schools) + (SELECT count(*) FROM municipalities) AS INTEGER) AS n',
  );
  expect(found).toHaveLength(count?.n ?? 0);
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
});

it('shares of a year are the published rows added up, and unknown where one part is', async () => {
  const rows = await both<{ entity_id: string; year: number; participants_low: number }>(
    rowsQuery(work, ids),
  );
  const years = await both<YearFacts>(yearsQuery(work, ids));
  expect(new Set(years.map(({ entity_id }) => entity_id))).toEqual(new Set(ids));
  for (const one of years) {
    const parts = rows.filter(
      (row) => row.entity_id === one.entity_id && row.year === one.year,
    ) as unknown as YearFacts[];
    const total = (name: 'participants_low' | 'below_threshold_high') =>
      parts.some((part) => part[name] === null)
        ? null
        : parts.reduce((sum, part) => sum + Number(part[name]), 0);
    expect(one.participants_low).toBe(total('participants_low'));
    expect(one.below_threshold_high).toBe(total('below_threshold_high'));
  }
  expect(years.some(({ cluster }) => cluster !== null)).toBe(true);
  const states = await plain.query<{ entity_id: string; year: number; cluster: string; state: string }>(
    `SELECT c.school_id AS entity_id, CAST(c.year AS INTEGER) AS year, c.cluster, i.state
     FROM clusters c JOIN identification i ON i.school_id = c.school_id AND i.year = c.year
     WHERE c.school_id = '${ids[0]}' AND c.methodology = '${methodology.version}' AND i.methodology = '${methodology.version}'`,
  );
  expect(states.length).toBeGreaterThan(2);
  for (const state of states) expect(years).toContainEqual(expect.objectContaining(state));
});

it('changes and cohorts are those of the release, for the compared alone', async () => {
  const changes = await both<Change>(changesQuery(work, ids));
  const cohorts = await both<Cohort>(cohortsQuery({ ...work, grade: 6 }, ids));
  expect(changes.length).toBeGreaterThan(0);
  expect(cohorts.length).toBeGreaterThan(0);
  for (const { entity_id } of [...changes, ...cohorts]) expect(ids).toContain(entity_id);
  for (const rows of [changes, cohorts]) expect(new Set(rows.map(({ entity_id }) => entity_id)).size).toBe(3);
  for (const { grade, grade_before, year, year_before } of cohorts) {
    expect(grade).toBe(6);
    expect(year - year_before).toBe(grade - grade_before);
  }
});

it('with the weights of the methodology the similar schools are the published ones', async () => {
  const contexts = await both<ContextRow>(contextsQuery);
  const published = await plain.query<{ school_id: string; similar_id: string }>(
    'SELECT school_id, similar_id FROM similar_schools ORDER BY school_id, place',
  );
  const lists = Map.groupBy(published, ({ school_id }) => school_id);
  expect(lists.size).toBeGreaterThan(20);
  for (const [school, list] of [...lists].slice(0, 60))
    expect(
      similarTo(school, contexts, weights, methodology.similar_schools.count).map(({ id }) => id),
    ).toEqual(list.map(({ similar_id }) => similar_id));
});

it('a trait of weight 0 plays no part, and no trait at all gives nobody', async () => {
  const contexts = await both<ContextRow>(contextsQuery);
  const none = { size: 0, locality: 0, small_school: 0, wellbeing: 0, type: 0 };
  expect(similarTo('sch981003', contexts, none, 20)).toEqual([]);
  const own = contexts.find(({ school_id }) => school_id === 'sch981003');
  const sizes = contexts
    .flatMap(({ school_id, size }) =>
      size === null || school_id === 'sch981003' ? [] : [Math.abs(Number(size) - Number(own?.size))],
    )
    .sort((a, b) => a - b)
    .slice(0, 20);
  const found = similarTo('sch981003', contexts, { ...none, size: 1 }, 20);
  expect(found.map(({ context }) => Math.abs(Number(context.size) - Number(own?.size)))).toEqual(sizes);
});

it('an address comes back as it was written, and nonsense is dropped and told', () => {
  const comparison = {
    selection: { procedure: 'vpr', subject: 'mathematics', grade: 5, municipality: '09701000' },
    ...{ ids, near: 'sch981003', weights: { ...weights, size: 3, type: 0 } },
  };
  const read = readComparison(writeComparison(comparison, weights), choices, weights);
  expect(read).toEqual({ comparison, problems: [] });
  const eight = readComparison(new URLSearchParams({ with: 'a b c d e f g a' }), choices, weights);
  expect(eight.comparison.ids).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(eight.problems.map(({ value }) => value)).toEqual(['g', 'a']);
  const hostile = readComparison(
    new URLSearchParams({ with: "x');DROP <b>", near: 'y', size: '-1' }),
    choices,
    weights,
  );
  expect(hostile.comparison.ids).toEqual([]);
  expect(hostile.comparison.weights).toEqual(weights);
  expect(hostile.problems.map(({ field }) => field)).toEqual(['with', 'with', 'near', 'size']);
});

it('no address puts anything but known shapes into a comparison, and no value into SQL', () => {
  const fields = ['with', 'near', 'size', 'grade', 'procedure', 'municipality'];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...fields), fc.string()), (entries) => {
      const { comparison } = readComparison(new URLSearchParams(entries), choices, weights);
      expect(comparison.ids.length).toBeLessThanOrEqual(6);
      for (const id of comparison.ids) expect(id).toMatch(/^[\p{L}\p{N}._-]{1,64}$/u);
      for (const query of [rowsQuery, cohortsQuery, changesQuery])
        expect(query(comparison.selection, comparison.ids).sql).toBe(query(work, ['a']).sql);
    }),
  );
});
