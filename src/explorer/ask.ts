import type { ResultRow } from '../contract/public.ts';
import { fill } from '../i18n/explorer-messages.ts';
import { schoolsText } from '../i18n/pages-views.ts';
import { brushed, joined, type School } from './brush.ts';
import type { ExplorerConfig } from './config.ts';
import type { Loaded } from './engine.ts';
import { dynamicsQuery, type Query, type RateRow, ratesQuery } from './queries.ts';
import {
  type ChangeFacts,
  changesQuery,
  type SchoolFacts,
  schoolsQuery,
  sumQuery,
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

const inYears = <T extends { year: number }>(rows: T[], { from, to }: Traits): T[] =>
  rows.filter(({ year }) => (from === '' || year >= Number(from)) && (to === '' || year <= Number(to)));

/** Asks the engine for everything the views draw of a state. */
export async function askViews(
  state: State,
  loaded: Loaded,
  config: ExplorerConfig,
  signal: AbortSignal,
): Promise<View> {
  const { selection, traits } = state;
  const ask = <T>({ sql, params }: Query) => loaded.engine.query<T>(sql, params, signal);
  const rows = await ask<ResultRow>(dynamicsQuery(selection));
  const rates = await ask<RateRow>(ratesQuery(selection));
  const facts = await ask<SchoolFacts>(schoolsQuery(selection, traits, config.methodology));
  const there = await Promise.race([loaded.changes, Promise.resolve(null)]);
  const year = facts[0]?.year;
  const changes = there && year !== undefined ? await ask<ChangeFacts>(changesQuery(selection, year)) : [];
  const schools = joined(facts, changes, config.minParticipants);
  const chosen = brushed(schools, traits);
  const sums =
    isEverything(traits) || chosen.length === 0
      ? []
      : await ask<ResultRow>(
          sumQuery(
            selection,
            chosen.map(({ school_id }) => school_id),
          ),
        );
  const count = schoolsText(config.lang, chosen.length);
  const label = sums.length > 0 ? fill(config.views.chosen, { count }) : '';
  const known = there === null ? ('waiting' as const) : there ? ('there' as const) : ('none' as const);
  return {
    ...state,
    rows: [...inYears(sums, traits), ...inYears(rows, traits)],
    rates: inYears(rates, traits),
    chosen: label,
    schools,
    loaded,
    changes: known,
  };
}
