import { sessionOf } from './clues.ts';

/** For files with a column of years: the session of VPR in each. */
export const sessionByYear = (from: string) => ({
  from,
  values: Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => 2010 + i).map((year) => [String(year), sessionOf('vpr', year)]),
  ),
});
