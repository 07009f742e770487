import { charts } from './ru/charts.ts';
import { explorer } from './ru/explorer.ts';
import { methodology } from './ru/methodology.ts';
import { data, explore, lists } from './ru/pages.ts';
import { results } from './ru/results.ts';
import { home, search, site } from './ru/site.ts';

/** The Russian catalogue: the default, and the type of every other. */
export const ru = { site, search, home, results, lists, data, explore, explorer, methodology, charts };

/** What every language must say. */
export type Messages = typeof ru;
