import type { SchoolRow } from '../contract/public.ts';
import type { ClusterRow, IdentificationUnitRow } from '../contract/status.ts';
import type {
  ClusterFacts,
  ClusterReason,
  PossibleReason,
  RuleFacts,
  UnitFact,
} from '../i18n/status-facts.ts';
import type { Interval } from '../stats/wilson.ts';
import { methodology, subjectWords } from './reference.ts';
import { municipalities } from './release.ts';
import { once, tableRows } from './tables.ts';

const version = () => methodology().version;
const inForce = (line: string) => line.startsWith(`${version()},`);
const bySchool = <T extends { school_id: string }>(rows: readonly T[]) =>
  Map.groupBy(rows, ({ school_id }) => school_id);

/** Clusters under the methodology in force, by school. */
export const clusterRows = once(() => bySchool(tableRows('clusters', inForce)));
const robustness = once(() => bySchool(tableRows('robustness', inForce)));
const identification = once(() => bySchool(tableRows('identification', inForce)));
/** Adverse conditions, by school. */
export const conditions = once(() => bySchool(tableRows('adverse_conditions')));
/** The works that the rule looks at, by school. */
export const units = once(() => bySchool(tableRows('identification_units', inForce)));

/** The last year for which schools were put into clusters; `null` in a release without clusters. */
export const clusterYear = once((): number | null => {
  const years = [...clusterRows().values()].flat().map(({ year }) => year);
  return years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null;
});

/** The values of the rule in force. */
export function ruleFacts(): RuleFacts {
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

/** Both ends of a count of a work. */
export const ends = (row: IdentificationUnitRow, name: 'participants' | 'below_threshold'): Interval => ({
  low: row[`${name}_low`],
  high: row[`${name}_high`],
});

const unitFact = (row: IdentificationUnitRow): UnitFact => ({
  procedure: row.procedure,
  subject: row.subject === '' ? null : subjectWords(row.subject),
  grade: row.grade,
  year: row.year,
  participants: ends(row, 'participants'),
  below: ends(row, 'below_threshold'),
});

const series = (row: IdentificationUnitRow) =>
  [row.procedure, row.subject, row.grade, row.comparability].join('|');

/** The works low in each of the rule's years in a row. */
function runs(rows: readonly IdentificationUnitRow[], year: number): UnitFact[] {
  const { consecutive_years: length } = methodology().identification;
  const low = rows.filter((row) => row.state === 'met' && row.year > year - length && row.year <= year);
  const whole = [...Map.groupBy(low, series).values()].filter((run) => run.length === length);
  return whole.flat().map(unitFact);
}

function reason(kind: string, school: string, year: number): ClusterReason | null {
  const rows = units().get(school) ?? [];
  const ofYear = (state: 'state' | 'group_state') =>
    rows.filter((row) => row.year === year && row[state] === 'met').map(unitFact);
  const condition = conditions()
    .get(school)
    ?.find((row) => row.year === year);
  switch (kind) {
    case 'programme':
      return { kind, programme: methodology().clusters.programme };
    case 'two-procedures':
    case 'pooled':
      return { kind, units: ofYear('state') };
    case 'two-years':
      return { kind, units: runs(rows, year) };
    case 'failing-group':
      return { kind, units: ofYear('group_state') };
    case 'deficit':
      return { kind, kinds: words(condition?.deficits_remaining ?? '') };
    case 'low-wellbeing':
      return { kind, wellbeing: condition?.wellbeing ?? null };
    case 'no-prevention':
      return { kind };
    default:
      return null;
  }
}

/** A list stored as words with spaces between them. */
export const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

function facts({ school_id: id, year, cluster, ...row }: ClusterRow): ClusterFacts {
  const firm = robustness()
    .get(id)
    ?.find((one) => one.year === year);
  const identified = identification()
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
    breaks: words(identified?.breaks ?? ''),
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
