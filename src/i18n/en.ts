import { charts } from './en/charts.ts';
import { explorer } from './en/explorer.ts';
import { methodology } from './en/methodology.ts';
import { data, explore, lists } from './en/pages.ts';
import { results } from './en/results.ts';
import { home, search, site } from './en/site.ts';
import type { Messages } from './ru.ts';

/** The English catalogue. Names of schools and places stay as published. */
export const en = {
  site,
  search,
  home,
  results,
  lists,
  data,
  explore,
  explorer,
  methodology,
  charts,
} satisfies Messages;
