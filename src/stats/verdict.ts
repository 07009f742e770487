import type { Interval } from './wilson.ts';

/** What may be said of a change of a share that is better when lower. */
export type Verdict = 'improved' | 'worsened' | 'no-clear-change';

/** Differences of shares nearer than this are equal: 0.32 − 0.35 in binary is not exactly −0.03. */
const rounding = 1e-12;

/**
 * `improved` when the whole interval lies under 0 and the change is at least `practicalEffect` in size; `worsened`
 * mirrored; else `no-clear-change`. An interval that touches 0 is not clear.
 * @param practicalEffect least change that matters, a fraction, 0 or more
 */
export function verdict(change: number, interval: Interval, practicalEffect: number): Verdict {
  const least = practicalEffect - rounding;
  if (interval.high < 0 && -change >= least) return 'improved';
  if (interval.low > 0 && change >= least) return 'worsened';
  return 'no-clear-change';
}
