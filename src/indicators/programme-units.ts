import type { Context } from '../stats/distance.ts';
import { logit } from '../stats/logit.ts';
import { shrunkOdds, type Unit } from '../stats/matched-effect.ts';

/** One work of one school in one year; counts as their middle, `open` half the width of what they leave open. */
export interface Work {
  school_id: string;
  procedure: string;
  comparability: string;
  year: number;
  /** Subject and grade. */
  series: string;
  below: number;
  participants: number;
  open: number;
}

/** Two years of works that may be compared. */
export interface YearPair {
  procedure: string;
  comparability: string;
  before: number;
  after: number;
}

/** A loop: the works of a large region are more than a call takes as arguments. */
const latestOf = (works: readonly { year: number }[]): number =>
  works.reduce((latest, { year }) => Math.max(latest, year), Number.NEGATIVE_INFINITY);

/**
 * The years to compare for a wave: the last comparable year inside the programme's years, against the last one before
 * them; the year after the programme where it had none inside.
 */
export function yearPairs(works: readonly Work[], first: number, last: number): YearPair[] {
  const groups = Map.groupBy(works, ({ procedure }) => procedure);
  return [...groups].flatMap(([procedure, own]) => {
    const years = new Set(own.map(({ comparability, year }) => `${year} ${comparability}`));
    const known = [...years].map((key) => ({ year: Number(key.slice(0, 4)), comparability: key.slice(5) }));
    const pairs = known
      .filter(({ year }) => year >= first && year <= last + 1)
      .flatMap(({ year: after, comparability }) => {
        const earlier = known.filter((one) => one.comparability === comparability && one.year < first);
        return earlier.length === 0 ? [] : [{ procedure, comparability, before: latestOf(earlier), after }];
      })
      // Inside the programme's years first, the latest of them; ties by the shorter way back.
      .sort(
        (a, b) => Number(a.after > last) - Number(b.after > last) || b.after - a.after || b.before - a.before,
      );
    return pairs.slice(0, 1);
  });
}

interface Sums {
  below: number;
  participants: number;
  open: number;
}

const sums = (works: readonly Work[]): Sums =>
  works.reduce(
    (sum, { below, participants, open }) => ({
      below: sum.below + below,
      participants: sum.participants + participants,
      open: sum.open + open,
    }),
    { below: 0, participants: 0, open: 0 },
  );

/** The region's share in each work; half a failure and half a success are added, so that it is never 0 or 1. */
function usualShares(works: readonly Work[]): Map<string, number> {
  return new Map(
    [...Map.groupBy(works, ({ series }) => series)].map(([series, own]) => {
      const { below, participants } = sums(own);
      return [series, (below + 0.5) / (participants + 1)] as const;
    }),
  );
}

/** What the region shows in the works of one school, each as often as the school wrote it. */
function usualOf(works: readonly Work[], usual: ReadonlyMap<string, number>): number {
  const { participants } = sums(works);
  return (
    works.reduce((sum, work) => sum + work.participants * (usual.get(work.series) ?? 0), 0) / participants
  );
}

/**
 * How far each school was from the region in the last year before a wave, whatever its session: shrunk log odds less the
 * region's in the same works. What a programme picks its schools by is often newer than the last comparable year, and
 * part of it is the children who are still there.
 * @returns `null` where that year is the one compared: it would be the same thing twice
 */
function recentOdds(
  works: readonly Work[],
  { procedure, before }: YearPair,
  first: number,
): Map<string, number> | null {
  const earlier = works.filter((work) => work.procedure === procedure && work.year < first);
  const year = latestOf(earlier);
  if (year === before) return null;
  const own = earlier.filter((work) => work.year === year);
  const usual = usualShares(own);
  const schools = [...Map.groupBy(own, ({ school_id }) => school_id)].filter(
    ([, of]) => sums(of).participants > 0,
  );
  const counts = schools.map(([, of]) => ({ count: sums(of).below, total: sums(of).participants }));
  const odds = shrunkOdds(counts);
  return new Map(schools.map(([id, of], i) => [id, (odds[i] ?? 0) - logit(usualOf(of, usual))] as const));
}

/** Who is compared. */
export interface Wave {
  /** Its first year. */
  first: number;
  treated: ReadonlySet<string>;
  /** Who ever took part, in any wave. */
  ever: ReadonlySet<string>;
}

/**
 * Schools at both years of a pair, each by the works that it has in both, with how far it was from the region in the last
 * year before the wave as the trait `recent`; a school of which that is not known is left out.
 */
export function unitsOf(
  works: readonly Work[],
  pair: YearPair,
  contexts: ReadonlyMap<string, Context>,
  { first: wave, treated, ever }: Wave,
): Unit[] {
  const { procedure, comparability, before, after } = pair;
  const recent = recentOdds(works, pair, wave);
  const own = works.filter((work) => work.procedure === procedure && work.comparability === comparability);
  const [first, last] = [before, after].map((year) => own.filter((work) => work.year === year));
  if (!first || !last) return [];
  const [usualBefore, usualAfter] = [usualShares(first), usualShares(last)];
  const old = Map.groupBy(first, ({ school_id }) => school_id);
  return [...Map.groupBy(last, ({ school_id }) => school_id)].flatMap(([id, now]) => {
    if (ever.has(id) && !treated.has(id)) return [];
    if (recent !== null && !recent.has(id)) return [];
    const had = old.get(id) ?? [];
    const both = now.filter(({ series }) => had.some((work) => work.series === series));
    const then = had.filter(({ series }) => both.some((work) => work.series === series));
    const [a, b] = [sums(then), sums(both)];
    if (a.participants === 0 || b.participants === 0) return [];
    return [
      {
        id,
        treated: treated.has(id),
        context: { ...contexts.get(id), recent: recent?.get(id) ?? null },
        before: { count: a.below, total: a.participants },
        after: { count: b.below, total: b.participants },
        usualBefore: usualOf(then, usualBefore),
        usualAfter: usualOf(both, usualAfter),
        open: a.open / a.participants + b.open / b.participants,
      },
    ];
  });
}
