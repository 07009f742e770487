import type { Context } from '../stats/distance.ts';
import type { Unit } from '../stats/matched-effect.ts';

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
        return earlier.length === 0
          ? []
          : [{ procedure, comparability, before: Math.max(...earlier.map(({ year }) => year)), after }];
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

/** The region's change of each work between two years. */
function shifts(before: readonly Work[], after: readonly Work[]): Map<string, number> {
  const rate = (works: readonly Work[]) =>
    new Map(
      [...Map.groupBy(works, ({ series }) => series)].map(([series, own]) => {
        const { below, participants } = sums(own);
        return [series, below / participants] as const;
      }),
    );
  const [first, last] = [rate(before), rate(after)];
  return new Map([...last].map(([series, value]) => [series, value - (first.get(series) ?? value)]));
}

/**
 * How far each school was from the region in the last year before a wave, whatever its session: what a programme picks
 * its schools by is often newer than the last comparable year, and part of it is the children who are still there.
 */
export function recentShares(works: readonly Work[], procedure: string, first: number): Map<string, number> {
  const earlier = works.filter((work) => work.procedure === procedure && work.year < first);
  const year = Math.max(...earlier.map((work) => work.year));
  const own = earlier.filter((work) => work.year === year);
  const usual = new Map(
    [...Map.groupBy(own, ({ series }) => series)].map(([series, of]) => {
      const { below, participants } = sums(of);
      return [series, below / participants] as const;
    }),
  );
  return new Map(
    [...Map.groupBy(own, ({ school_id }) => school_id)].map(([id, of]) => {
      const { below, participants } = sums(of);
      const expected = of.reduce((sum, work) => sum + work.participants * (usual.get(work.series) ?? 0), 0);
      return [id, (below - expected) / participants] as const;
    }),
  );
}

/** Schools at both years of a pair, each by the works that it has in both. */
export function unitsOf(
  works: readonly Work[],
  { procedure, comparability, before, after }: YearPair,
  contexts: ReadonlyMap<string, Context>,
  treated: ReadonlySet<string>,
  left: ReadonlySet<string>,
): Unit[] {
  const own = works.filter((work) => work.procedure === procedure && work.comparability === comparability);
  const [first, last] = [before, after].map((year) => own.filter((work) => work.year === year));
  if (!first || !last) return [];
  const change = shifts(first, last);
  const old = Map.groupBy(first, ({ school_id }) => school_id);
  return [...Map.groupBy(last, ({ school_id }) => school_id)].flatMap(([id, now]) => {
    if (left.has(id) && !treated.has(id)) return [];
    const had = old.get(id) ?? [];
    const both = now.filter(({ series }) => had.some((work) => work.series === series));
    const then = had.filter(({ series }) => both.some((work) => work.series === series));
    const [a, b] = [sums(then), sums(both)];
    if (a.participants === 0 || b.participants === 0) return [];
    const shift = both.reduce((sum, work) => sum + work.participants * (change.get(work.series) ?? 0), 0);
    return [
      {
        id,
        treated: treated.has(id),
        context: contexts.get(id) ?? {},
        before: { count: a.below, total: a.participants },
        after: { count: b.below, total: b.participants },
        shift: shift / b.participants,
        open: a.open / a.participants + b.open / b.participants,
      },
    ];
  });
}
