import type { SchoolRow } from '../contract/public.ts';
import type { ClusterRow } from '../contract/status.ts';
import type { BreakFact, ClusterFacts, PossibleReason, RuleFacts } from '../i18n/status-facts.ts';
import { reason } from './cluster-reasons.ts';
import { clusterRows, clusterYear, identification, robustness, words } from './cluster-tables.ts';
import { methodology } from './reference.ts';
import { municipalities } from './release.ts';
import { once } from './tables.ts';

/** The values of the rule in force. */
function ruleFacts(): RuleFacts {
  const { identification: rule, clusters, adverse_conditions } = methodology();
  return {
    threshold: rule.threshold,
    groupThreshold: clusters.group_threshold,
    sameYear: rule.min_units_same_year,
    consecutiveYears: rule.consecutive_years,
    minimum: rule.min_participants,
    wellbeingQuartile: adverse_conditions.wellbeing_quartile,
  };
}

/** The breaks of a school's runs, the years of one cause together. */
function breakFacts(id: string): BreakFact[] {
  const rows = (identification().get(id) ?? []).toSorted((a, b) => a.year - b.year);
  const codes = rows.flatMap(({ year, breaks }) => words(breaks).map((code) => ({ year, code })));
  return [...Map.groupBy(codes, ({ code }) => code)].map(([text, own]) => {
    const [procedure, code] = text.split(':');
    const years = own.map(({ year }) => year);
    return { procedure: procedure as BreakFact['procedure'], code: code as BreakFact['code'], years };
  });
}

function facts({ school_id: id, year, cluster, ...row }: ClusterRow): ClusterFacts {
  const firm = robustness()
    .get(id)
    ?.find((one) => one.year === year);
  return {
    year,
    cluster,
    reasons: words(row.reasons).flatMap((kind) => reason(kind, id, year) ?? []),
    possible: words(row.possible_reasons) as PossibleReason[],
    robustness: firm
      ? { identified: { low: firm.identified_low, high: firm.identified_high }, settings: firm.settings }
      : null,
    breaks: breakFacts(id),
    rule: ruleFacts(),
  };
}

/** A school's cluster in the last year it has one; `null` where it never had results. */
export function schoolCluster(id: string): ClusterFacts | null {
  const last = clusterRows()
    .get(id)
    ?.reduce((a, b) => (a.year > b.year ? a : b));
  return last ? facts(last) : null;
}

export interface ClusteredSchool {
  school: SchoolRow;
  municipality: string;
  facts: ClusterFacts;
}

/** The schools of the region with their clusters of the last year, alphabetical inside a municipality. */
export const clusteredSchools = once((): ClusteredSchool[] =>
  municipalities().flatMap(({ municipality, schools }) =>
    schools.flatMap((school) => {
      const row = clusterRows()
        .get(school.school_id)
        ?.find(({ year }) => year === clusterYear());
      return row ? [{ school, municipality: municipality.name, facts: facts(row) }] : [];
    }),
  ),
);
