import { pooledDifference, type Stratum } from './cochran-mantel-haenszel.ts';
import { newcombe } from './newcombe.ts';
import { twoSided } from './normal.ts';
import { normalQuantile } from './normal-quantile.ts';
import { normalInterval, share } from './proportion.ts';
import { type Verdict, verdict } from './verdict.ts';
import type { Interval } from './wilson.ts';

export interface ChangeOptions {
  /** Least change that matters, a fraction. */
  practicalEffect: number;
  /** Of the interval, 0 to 1: 0.95 for 95 %. */
  confidence: number;
  /**
   * Variance of the true change of one series from cohort to cohort, squared fractions (`betweenVariance` over the
   * region's series); 0 unless told, as if all cohorts of a school were alike.
   */
  scatter?: number;
}

/** The change of exact counts; all numbers are fractions. */
export interface Change {
  /** Lens 1: after − before. */
  formal: number;
  /** Lens 2: the same without the change of the region. */
  relative: number;
  /** Lens 3: interval of `relative`. */
  interval: Interval;
  /** Two-sided p-value of "`relative` is 0"; under 1 − confidence exactly when the interval leaves 0 out. */
  pValue: number;
  verdict: Verdict;
}

const z = ({ confidence }: ChangeOptions) => normalQuantile((1 + confidence) / 2);

/**
 * The change of one series. The interval is Newcombe's (method 10) moved by the region's change, which is taken as
 * known; a scatter of cohorts s² widens each of its two distances r to √(r² + z²s²). The p-value is of z = relative/s, where s is recovered from that interval: the distance from `relative` to the
 * end on the side of 0, divided by the z of the confidence (G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008)
 * 1693–1702), so that interval and p-value never contradict each other.
 *
 * @throws RangeError when a count lies outside 0…total or a total is not positive
 */
export function change({ before, after, shift }: Stratum, options: ChangeOptions): Change {
  const formal = share(after) - share(before);
  const relative = formal - shift;
  const exact = newcombe(after, before, z(options));
  const cohorts = z(options) * Math.sqrt(options.scatter ?? 0);
  const interval = {
    low: relative - Math.hypot(formal - exact.low, cohorts),
    high: relative + Math.hypot(exact.high - formal, cohorts),
  };
  const reach = relative < 0 ? interval.high - relative : relative - interval.low;
  const pValue = twoSided((relative / reach) * z(options));
  return {
    formal,
    relative,
    interval,
    pValue,
    verdict: verdict(relative, interval, options.practicalEffect),
  };
}

/**
 * The change pooled over several series (the grades of one subject) with Cochran–Mantel–Haenszel weights: estimate
 * ± z·error, and the p-value of z = estimate/error.
 * @throws RangeError when there are no series or one is not a pair of proportions
 */
export function pooledChange(series: readonly Stratum[], options: ChangeOptions): Change {
  const { estimate: relative, error } = pooledDifference(series, options.scatter);
  const formal = pooledDifference(series.map((one) => ({ ...one, shift: 0 }))).estimate;
  const interval = normalInterval(relative, error, z(options));
  const pValue = twoSided(relative / error);
  return {
    formal,
    relative,
    interval,
    pValue,
    verdict: verdict(relative, interval, options.practicalEffect),
  };
}
