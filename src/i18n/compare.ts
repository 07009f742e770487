import type { Language } from '../contract/vocabulary.ts';
import { rate } from '../stats/rate.ts';
import type { Interval } from '../stats/wilson.ts';
import type { Outcome } from './facts.ts';
import { percentDigits, percentRange } from './formats.ts';

/** A share ready to be written: its ends and its text. */
export interface WrittenShare {
  ends: Interval;
  text: string;
}

/** The share of an outcome; `null` where nobody is known to have taken part. */
export function writtenShare(outcome: Outcome, lang: Language): WrittenShare | null {
  const ends = rate(outcome.below, outcome.participants);
  if (!ends) return null;
  return { ends, text: percentRange(lang, ends, percentDigits(outcome.participants.low)) };
}

/** How two shares stand to each other; `undetermined` where hidden counts let both directions be true. */
export type Comparison = 'equal' | 'about-equal' | 'less' | 'more' | 'undetermined';

/** Compares shares by their ends, and calls equal what a reader would read as equal. */
export function compare(now: WrittenShare, before: WrittenShare): Comparison {
  const exact = now.ends.low === now.ends.high && before.ends.low === before.ends.high;
  if (exact && now.ends.low === before.ends.low) return 'equal';
  if (exact && now.text === before.text) return 'about-equal';
  if (now.ends.high < before.ends.low) return 'less';
  if (now.ends.low > before.ends.high) return 'more';
  return 'undetermined';
}
