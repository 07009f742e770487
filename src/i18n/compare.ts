import type { Language } from '../contract/vocabulary.ts';
import { newcombe } from '../stats/newcombe.ts';
import { rate } from '../stats/rate.ts';
import type { Interval } from '../stats/wilson.ts';
import type { Outcome } from './facts.ts';
import { percentDigits, percentRange } from './formats.ts';

/** A share ready to be written: its ends and its text. */
export interface WrittenShare {
  ends: Interval;
  text: string;
  /** One number, although the ends may differ by less than is written. */
  single: boolean;
}

/** The share of an outcome; `null` where nobody is known to have taken part. */
export function writtenShare(outcome: Outcome, lang: Language): WrittenShare | null {
  const ends = rate(outcome.below, outcome.participants);
  if (!ends) return null;
  const digits = percentDigits(outcome.participants.low);
  const text = percentRange(lang, ends, digits);
  return { ends, text, single: text === percentRange(lang, { low: ends.low, high: ends.low }, digits) };
}

/** How two shares stand to each other; `undetermined` where hidden counts let both directions be true. */
export type Comparison = 'equal' | 'about-equal' | 'less' | 'more' | 'undetermined';

/** Compares shares by their ends, and calls equal what a reader would read as equal. */
export function compare(now: WrittenShare, before: WrittenShare): Comparison {
  const exact = now.ends.low === now.ends.high && before.ends.low === before.ends.high;
  if (exact && now.ends.low === before.ends.low) return 'equal';
  if (now.single && before.single && now.text === before.text) return 'about-equal';
  if (now.ends.high < before.ends.low) return 'less';
  if (now.ends.low > before.ends.high) return 'more';
  return 'undetermined';
}

/** Whether chance alone may produce a difference: surely, for some of the hidden counts, or for none. */
export type Chance = 'within' | 'perhaps' | 'beyond';

const proportion = (below: number, total: number) => ({ count: Math.min(below, total), total });
const least = ({ below, participants }: Outcome) => proportion(below.low, participants.high);
const most = ({ below, participants }: Outcome) => proportion(below.high, participants.low);

/**
 * Newcombe's 95 % interval of the difference against 0, over every table that the published counts allow. Both its
 * bounds rise with the first share and fall with the second, so that the two extreme tables bound all the others.
 */
export function chance(now: Outcome, before: Outcome): Chance {
  const lowest = newcombe(least(now), most(before));
  const highest = newcombe(most(now), least(before));
  if (lowest.low > 0 || highest.high < 0) return 'beyond';
  return highest.low <= 0 && lowest.high >= 0 ? 'within' : 'perhaps';
}
