import type { Engine } from '../../contract/engine.ts';
import type { ResultRow } from '../../contract/public.ts';
import { similarityTraits } from '../../contract/vocabulary.ts';
import { type Context, traitScales } from '../../stats/distance.ts';
import { type Neighbour, nearest } from '../../stats/nearest.ts';
import type { Query } from '../queries.ts';
import type { CompareConfig } from './config.ts';
import {
  type Change,
  type Cohort,
  type ContextRow,
  changesQuery,
  cohortsQuery,
  contextsQuery,
  rowsQuery,
  type YearFacts,
  yearsQuery,
} from './queries.ts';
import type { Comparison, Weights } from './state.ts';

/** A school like another one, with what is compared of both. */
export interface Similar extends Neighbour {
  context: Context;
}

/** All that the page shows of a comparison. */
export interface Compared {
  rows: ResultRow[];
  years: (YearFacts & { change: Change | null })[];
  cohorts: Cohort[];
  similar: Similar[];
}

/**
 * The nearest open schools by their conditions alone, with the very code that makes the published list.
 * @param count how many at most
 */
export function similarTo(
  id: string,
  rows: readonly ContextRow[],
  weights: Weights,
  count: number,
): Similar[] {
  const members = rows.map((row) => ({
    id: row.school_id,
    context: Object.fromEntries(similarityTraits.map((trait) => [trait, row[trait]])) as Context,
  }));
  const own = members.find((member) => member.id === id);
  if (!own) return [];
  const contexts = new Map(members.map((member) => [member.id, member.context]));
  const scales = traitScales([...contexts.values()], weights);
  return nearest(own, members, scales, count).map((found) => ({
    ...found,
    context: contexts.get(found.id) ?? {},
  }));
}

/** Asks the engine for all that is shown of a comparison. */
export async function askComparison(
  { selection, ids, near, weights }: Comparison,
  engine: Engine,
  { similarCount }: Pick<CompareConfig, 'similarCount'>,
  signal: AbortSignal,
): Promise<Compared> {
  const ask = <T>({ sql, params }: Query) => engine.query<T>(sql, params, signal);
  if (ids.length === 0) return { rows: [], years: [], cohorts: [], similar: [] };
  const rows = await ask<ResultRow>(rowsQuery(selection, ids));
  const years = await ask<YearFacts>(yearsQuery(selection, ids));
  const changes = await ask<Change>(changesQuery(selection, ids));
  const cohorts = await ask<Cohort>(cohortsQuery(selection, ids));
  const contexts = near === '' ? [] : await ask<ContextRow>(contextsQuery);
  const byYear = new Map(changes.map((change) => [`${change.entity_id} ${change.year}`, change]));
  return {
    rows,
    years: years.map((one) => ({ ...one, change: byYear.get(`${one.entity_id} ${one.year}`) ?? null })),
    cohorts,
    similar: similarTo(near, contexts, weights, similarCount),
  };
}
