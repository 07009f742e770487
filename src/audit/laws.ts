import type { Relation } from './finding.ts';
import type { Counts } from './rows.ts';

/** A relation between the counts of one row: `low ≤ Σ coefficient·count ≤ high`. */
export interface Law {
  relation: Relation;
  /** The count that the law is about. */
  of: string;
  terms: readonly (readonly [column: string, coefficient: number])[];
  /** Infinity for a law with one end. */
  high: number;
}

const marks = ['mark_2', 'mark_3', 'mark_4', 'mark_5'] as const;
const journal = ['journal_lowered', 'journal_confirmed', 'journal_raised'] as const;
const minus = (names: readonly string[]): [string, number][] => names.map((name) => [name, -1]);

const isTotal = (relation: Relation, of: string, parts: readonly string[]): Law => ({
  relation,
  of,
  terms: [[of, 1], ...minus(parts)],
  high: 0,
});
const isAtMost = (relation: Relation, of: string, parts: readonly string[]): Law => ({
  ...isTotal(relation, of, parts),
  high: Number.POSITIVE_INFINITY,
});

/** What anyone who knows what the columns mean would try. A law that a published row breaks is not used. */
const known: readonly Law[] = [
  isTotal('marks-sum', 'participants', marks),
  isTotal('failed-is-2', 'below_threshold', ['mark_2']),
  isTotal('journal-sum', 'participants', journal),
  isAtMost('journal-sum', 'participants', journal),
  {
    relation: 'gap-in-journal',
    of: 'journal_gap_2',
    terms: [
      ['journal_lowered', 1],
      ['journal_raised', 1],
      ['journal_gap_2', -1],
    ],
    high: Number.POSITIVE_INFINITY,
  },
  isAtMost('part-of-whole', 'participants', ['below_threshold']),
  isAtMost('part-of-whole', 'participants', ['below_threshold', 'high_score']),
  isAtMost('part-of-whole', 'high_score', ['max_score']),
  isAtMost('part-of-whole', 'participants', ['basic_level_met']),
  isAtMost('part-of-whole', 'denominator', ['numerator']),
];

/**
 * The laws that every exact row of a procedure obeys, and that enough of them show. Anything weaker than another law
 * in use is harmless.
 * @param enough exact rows that must show a law
 */
export function lawsOf(counts: Counts, procedureOf: (row: number) => string, enough = 1): Map<string, Law[]> {
  const at = new Map(counts.columns.map((name, i) => [name, i]));
  const usable = known.filter(({ terms }) => terms.every(([name]) => at.has(name)));
  const tally = new Map<string, { shown: number; broken: number }[]>();
  counts.rows.forEach((row, r) => {
    const procedure = procedureOf(r);
    const of = tally.get(procedure) ?? usable.map(() => ({ shown: 0, broken: 0 }));
    tally.set(procedure, of);
    usable.forEach((law, l) => {
      let sum = 0;
      for (const [name, coefficient] of law.terms) {
        const i = at.get(name) as number;
        const low = row.low[i];
        if (low === null || low === undefined || low !== row.high[i]) return;
        sum += low * coefficient;
      }
      const tallied = of[l] as { shown: number; broken: number };
      if (sum >= 0 && sum <= law.high) tallied.shown++;
      else tallied.broken++;
    });
  });
  const holds = ({ shown, broken }: { shown: number; broken: number }) => broken === 0 && shown >= enough;
  return new Map(
    [...tally].map(([procedure, of]) => [
      procedure,
      usable.filter((_, l) => holds(of[l] as { shown: number; broken: number })),
    ]),
  );
}
