import type { Language } from '../contract/vocabulary.ts';
import { rate } from '../stats/rate.ts';
import type { Interval } from '../stats/wilson.ts';
import {
  type ChangeFacts,
  type ChangeNumbers,
  type Direction,
  directionOf,
  type Evidence,
  evidenceOf,
  fewestOf,
  isChange,
} from './change-facts.ts';
import { changes as en } from './en/changes.ts';
import type { Outcome } from './facts.ts';
import { countText, numbers, percentDigits, percentRange } from './formats.ts';
import { type ChangeMessages, changes as ru } from './ru/changes.ts';

export type { ChangeMessages } from './ru/changes.ts';

/** Words about changes. */
export const changeMessages = (lang: Language): ChangeMessages => (lang === 'ru' ? ru : en);

/** Decimals of a change in percentage points. */
const pointDigits = (participants: number): number => (participants >= 1000 ? 2 : 1);

/** A signed change in percentage points without its unit: `−3,5`, `+2`, `0`. */
export function signed(lang: Language, change: number, digits = 1): string {
  return numbers(lang, digits, { least: 0, signed: true })
    .format(change * 100)
    .replace('-', '−');
}

/** A change, or the range it lies in, in percentage points. */
function pointsText(lang: Language, change: Interval, digits = 1): string {
  const words = changeMessages(lang);
  const [low, high] = [signed(lang, change.low, digits), signed(lang, change.high, digits)];
  return words.points(low === high ? low : words.from(low, high)).replaceAll(' ', '\u00a0');
}

function countsText({ below, participants }: Outcome, year: number, lang: Language): string {
  const share = rate(below, participants);
  const text = share ? percentRange(lang, share, percentDigits(participants.low)) : '';
  return changeMessages(lang).counts(year, countText(lang, below), countText(lang, participants), text);
}

/** Why a change that is not confirmed is not: chance, a size too small to count, or regression to the mean. */
function unconfirmed(change: ChangeNumbers, facts: ChangeFacts, start: string, lang: Language): string[] {
  const words = changeMessages(lang);
  if (change.confirmed === 'improved' && change.net !== 'improved') return [`${start}.`, words.regression];
  const outside = change.interval && (change.interval.low > 0 || change.interval.high < 0);
  if (outside)
    return [
      `${start}${words.small(pointsText(lang, { low: facts.practical, high: facts.practical }).replace('+', ''))}.`,
    ];
  return [`${start}${change.region ? words.withinRegion : words.within}.`];
}

/** One or two sentences beside the arrow. */
function sentences(facts: ChangeFacts, lang: Language): string[] {
  const words = changeMessages(lang);
  const { change, yearBefore, minimum, procedure } = facts;
  if (!isChange(change)) {
    if (change.reason !== 'few-participants') return [words.reasons[change.reason]];
    return [procedure === 'vpr' ? words.hidden(minimum) : words.hiddenExam(minimum)];
  }
  const direction = directionOf(change);
  const start = words.moved(direction, yearBefore ?? 0);
  switch (change.verdict) {
    case 'improved':
      return [`${start}.`, words.confirmedBy, ...(change.identifiedBefore ? [words.confirmedNet] : [])];
    case 'worsened':
      return [`${start}.`, words.worsenedBy];
    case 'undetermined':
      return [`${start}.`, words.undetermined];
    default:
      return direction === 'open' || direction === 'same'
        ? [`${start}.`]
        : unconfirmed(change, facts, start, lang);
  }
}

/** The answer to "why?": counts, changes, interval, what was expected. */
function why(facts: ChangeFacts, lang: Language): string[] {
  const words = changeMessages(lang);
  const { change, year, yearBefore } = facts;
  if (!isChange(change)) return [];
  const digits = pointDigits(fewestOf(change));
  const points = (value: Interval) => pointsText(lang, value, digits);
  const { region, relative, interval, excess, qValue } = change;
  const number = numbers(lang, 2);
  return [
    countsText(change.before, yearBefore ?? 0, lang),
    countsText(change.now, year, lang),
    ...(facts.grades > 1 ? [words.pooled(facts.grades)] : []),
    `${words.formal(points(change.formal))}.`,
    ...(region ? [`${words.region(points(region))}.`] : []),
    ...(relative && interval
      ? [
          words.relative(
            points(relative),
            words.from(signed(lang, interval.low), words.points(signed(lang, interval.high))),
          ),
        ]
      : []),
    ...(change.identifiedBefore ? [words.identified(yearBefore ?? 0)] : []),
    ...(excess ? [`${words.excess(points(excess))}.`] : []),
    ...(qValue === null ? [] : [words.qValue(number.format(qValue))]),
  ].map((line) => line.replace(/п\. п\.\./, 'п. п.').replace(/п\.\u00a0п\.\./, 'п.\u00a0п.'));
}

export interface ChangeText {
  evidence: Evidence;
  direction: Direction | null;
  /** The word of the evidence. */
  word: string;
  sentences: string[];
  why: string[];
}

/** The word of the evidence; against the region alone where the share itself went the other way or stayed. */
function wordOf({ change }: ChangeFacts, evidence: Evidence, lang: Language): string {
  const words = changeMessages(lang);
  const against =
    isChange(change) &&
    ((evidence === 'confirmed' && directionOf(change) !== 'down') ||
      (evidence === 'worsened' && directionOf(change) !== 'up'));
  return against && (evidence === 'confirmed' || evidence === 'worsened')
    ? words.againstRegion[evidence]
    : words.evidence[evidence];
}

/** A change in words: what may be said, and why. */
export function changeText(facts: ChangeFacts, lang: Language): ChangeText {
  const words = changeMessages(lang);
  const evidence = evidenceOf(facts);
  const { change } = facts;
  const few = isChange(change) && fewestOf(change) < facts.few ? [words.few(facts.few)] : [];
  return {
    evidence,
    direction: isChange(change) ? directionOf(change) : null,
    word: wordOf(facts, evidence, lang),
    sentences: [...sentences(facts, lang), ...few],
    why: why(facts, lang),
  };
}
