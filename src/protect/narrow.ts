import { columnsOfMarks } from './hidden-sql.ts';

const journalParts = ['journal_lowered', 'journal_confirmed', 'journal_raised'];

export type Range = readonly [low: number, high: number];
export type Ranges = Map<string, Range>;

/**
 * Cuts ranges that reach further than the row itself allows: parts of which nobody is in two. What is cut away follows
 * from the ranges beside it, so it tells nothing.
 * @param whole the ends of their sum; a low end of minus infinity where the parts need not make up the whole
 */
export function narrowByRow(ranges: Ranges, names: readonly string[], [least, most]: Range): void {
  if (!names.every((name) => ranges.has(name))) return;
  const all = names.map((name) => ranges.get(name) as Range);
  const sum = (end: 0 | 1) => all.reduce((total, range) => total + range[end], 0);
  const [lows, highs] = [sum(0), sum(1)];
  for (const [i, [low, high]] of all.entries())
    ranges.set(names[i] as string, [
      Math.max(low, least - (highs - high)),
      Math.min(high, most - (lows - low)),
    ]);
}

/** Who is two marks away from the journal is away from it, and so not among those whose mark it confirms. */
function narrowGap(ranges: Ranges, most: number): void {
  const [gap, lowered, confirmed, raised] = ['journal_gap_2', ...journalParts].map((name) =>
    ranges.get(name),
  );
  if (!gap || !lowered || !confirmed || !raised) return;
  const away = Math.min(lowered[1] + raised[1], most - confirmed[0]);
  ranges.set('journal_gap_2', [gap[0], Math.min(gap[1], away)]);
}

/** Cuts parts of participants to what the participants leave of them. */
export function narrowParts(ranges: Ranges, most: number): void {
  narrowByRow(ranges, journalParts, [Number.NEGATIVE_INFINITY, most]);
  narrowByRow(ranges, ['below_threshold', 'high_score'], [Number.NEGATIVE_INFINITY, most]);
  narrowGap(ranges, most);
}

/** A total of totals, and what is told of it and of those below it. */
export interface Tree {
  above: Ranges;
  below: readonly Ranges[];
  ofMarks: boolean;
  apart: boolean;
  /** Since the release before. */
  since?: Since | undefined;
}

/** What a reader who kept the release before knows of the totals below one in which nothing changed since. */
export interface Since {
  /** The sum of those totals. */
  rest: Ranges;
  /** Which of the totals below are not among them. */
  changed: readonly Ranges[];
}

const sumOf = (ranges: readonly Range[], end: 0 | 1): number =>
  ranges.reduce((sum, range) => sum + range[end], 0);

/** What nothing changed in is as large as it was: that tells the difference of a total and the rest of it. */
function narrowSince(above: Ranges, { rest, changed }: Since): void {
  for (const [name, known] of rest) {
    const whole = above.get(name);
    const parts = changed.map((one) => one.get(name));
    if (!whole || parts.some((part) => part === undefined)) continue;
    const open = parts as Range[];
    const [least, most] = [sumOf(open, 0), sumOf(open, 1)];
    const cut: Range = [Math.max(whole[0], known[0] + least), Math.min(whole[1], known[1] + most)];
    above.set(name, cut);
    for (const [i, part] of open.entries())
      changed[i]?.set(name, [
        Math.max(part[0], cut[0] - known[1] - (most - part[1])),
        Math.min(part[1], cut[1] - known[0] - (least - part[0])),
      ]);
  }
}

/**
 * Cuts ranges of totals to what follows from the ranges beside, above and below them, until nothing moves. Whatever is
 * cut away anyone could cut away, so it tells nothing; a total that said less would only look as if it hid something.
 */
export function narrowTree({ above, below, ofMarks, apart, since }: Tree): void {
  const all = [above, ...below];
  const print = () => JSON.stringify(all.map((one) => [...one]));
  for (let before = ''; before !== print(); ) {
    before = print();
    for (const one of all) narrowTotal(one, ofMarks, apart);
    if (since) narrowSince(above, since);
    for (const [name, [low, high]] of above) {
      const parts = below.map((one) => one.get(name));
      if (parts.some((part) => part === undefined)) continue;
      const known = parts as Range[];
      const [least, most] = [sumOf(known, 0), sumOf(known, 1)];
      const whole: Range = [Math.max(low, least), Math.min(high, most)];
      above.set(name, whole);
      for (const [i, part] of known.entries())
        below[i]?.set(name, [
          Math.max(part[0], whole[0] - (most - part[1])),
          Math.min(part[1], whole[1] - (least - part[0])),
        ]);
    }
  }
}

/** Cuts every range of a total to what the others of the same total leave of it. */
function narrowTotal(ranges: Ranges, ofMarks: boolean, apart: boolean): void {
  const names = columnsOfMarks.slice(1);
  for (let before = ''; before !== JSON.stringify([...ranges]); ) {
    before = JSON.stringify([...ranges]);
    const [two, below] = [ranges.get('mark_2'), ranges.get('below_threshold')];
    if (ofMarks && !apart && two && below) {
      const both: Range = [Math.max(two[0], below[0]), Math.min(two[1], below[1])];
      ranges.set('mark_2', both).set('below_threshold', both);
    }
    const whole = ranges.get('participants');
    if (!whole) return;
    if (ofMarks && names.every((name) => ranges.has(name))) {
      const sum = (end: 0 | 1) => names.reduce((total, name) => total + (ranges.get(name)?.[end] ?? 0), 0);
      const cut: Range = [Math.max(whole[0], sum(0)), Math.min(whole[1], sum(1))];
      ranges.set('participants', cut);
      narrowByRow(ranges, names, cut);
    }
    const most = ranges.get('participants')?.[1] ?? 0;
    for (const [name, [low, high]] of ranges) ranges.set(name, [low, Math.min(high, most)]);
    narrowParts(ranges, most);
  }
}
