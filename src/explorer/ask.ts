import type { ResultRow } from '../contract/public.ts';
import { fill } from '../i18n/explorer-messages.ts';
import { brushed, joined, type School } from './brush.ts';
import type { ExplorerConfig } from './config.ts';
import type { Loaded } from './engine.ts';
import { dynamicsQuery, type Query, type RateRow, ratesQuery } from './queries.ts';
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
} from './school-queries.ts';
import type { Selection } from './state.ts';
import { isEverything, type Traits } from './traits.ts';

/** What the reader has chosen. */
export interface State {
  selection: Selection;
  traits: Traits;
}

/** What is drawn: rows of the chart and of the first table, and, once the engine is there, the schools. */
export interface View extends State {
  rows: ResultRow[];
  rates: RateRow[];
  chosen: string;
  schools?: School[];
  loaded?: Loaded;
  changes?: 'there' | 'waiting' | 'none';
}

/** The rows of the years that are looked at. */
export const inYears = <T extends { year: number }>(rows: readonly T[], { from, to }: Traits): T[] =>
  rows.filter(({ year }) => (from === '' || year >= Number(from)) && (to === '' || year <= Number(to)));

/** What is known before the schools are: rows of the chart, where no chosen schools stand in it, and of the table. */
export type Early = (rows: ResultRow[], rates: RateRow[]) => void;

/** The engine as a view needs it. */
type Source = Pick<Loaded, 'changes'> & { engine: Pick<Loaded['engine'], 'query'> };

/** Rows by question. */
type Answers = Map<string, readonly unknown[]>;

/** What the last view was drawn from, by engine. A release never changes: what stays as it was is not asked again. */
const lastAnswers = new WeakMap<object, Answers>();

/**
 * Asks the engine for everything the views draw of a state.
 * @param early called while the engine still works on the schools, so that drawing and asking overlap
 */
export async function askViews<L extends Source>(
  state: State,
  loaded: L,
  config: Pick<ExplorerConfig, 'minParticipants' | 'views'>,
  signal: AbortSignal,
  early: Early = () => {},
): Promise<Omit<View, 'loaded'> & { loaded: L; schools: School[] }> {
  const { selection, traits } = state;
  const before = lastAnswers.get(loaded.engine);
  const answers: Answers = new Map();
  const ask = async <T>({ sql, params }: Query): Promise<readonly T[]> => {
    const question = JSON.stringify([sql, params]);
    const rows = before?.get(question) ?? (await loaded.engine.query(sql, params, signal));
    answers.set(question, rows);
    return rows as T[];
  };
  // Together, so that the first failure is the one that is told: what waits behind it fails for its sake.
  const [allRows, allRates] = await Promise.all([
    ask<ResultRow>(dynamicsQuery(selection)),
    ask<RateRow>(ratesQuery(selection)),
  ]);
  const [rows, rates] = [inYears(allRows, traits), inYears(allRates, traits)];
  const year = Math.max(...rows.filter(({ level }) => level === 'region').map((row) => row.year));
  const there = await Promise.race([loaded.changes, Promise.resolve(null)]);
  const known = Number.isFinite(year);
  const asked = Promise.all([
    known ? ask<SchoolYear>(schoolYearsQuery(year)) : [],
    known ? ask<SchoolCounts>(countsQuery(selection, year)) : [],
    known && there ? ask<ChangeFacts>(changesQuery(selection, year)) : [],
  ]);
  if (isEverything(traits)) early(rows, rates);
  const [years, counts, moved] = await asked;
  const schools = joined(letThrough(years, counts, selection, traits), moved, config.minParticipants);
  const chosen = brushed(schools, traits);
  const ids = chosen.map(({ school_id }) => school_id);
  const summed = isEverything(traits) ? [] : sumQueries(selection, ids).map((query) => ask<ResultRow>(query));
  const sums = added(await Promise.all(summed));
  lastAnswers.set(loaded.engine, answers);
  const label = sums.length > 0 ? fill(config.views.chosen, { count: chosen.length }) : '';
  return {
    ...state,
    rows: sums.length > 0 ? [...inYears(sums, traits), ...rows] : rows,
    rates,
    chosen: label,
    schools,
    loaded,
    changes: there === null ? 'waiting' : there ? 'there' : 'none',
  };
}
