import type { Methodology } from '../contract/methodology.ts';

type Value = string | number | boolean;

function literal(value: Value): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return Number.isInteger(value) ? `CAST(${value} AS INTEGER)` : `CAST('${value}' AS DOUBLE)`;
}

/** Shares are DOUBLE also where the file says 0 or 1. */
const fraction = (value: number): string => `CAST('${value}' AS DOUBLE)`;

/** A share that the file may leave out: NULL, which no comparison meets. */
const maybeFraction = (value: number | undefined): string =>
  value === undefined ? 'CAST(NULL AS DOUBLE)' : fraction(value);

const view = (name: string, columns: readonly string[], rows: readonly (readonly string[])[]): string => {
  const values = rows.map((row) => `(${row.join(', ')})`).join(', ');
  return `CREATE OR REPLACE TEMP VIEW ${name} AS SELECT * FROM (VALUES ${values}) AS p(${columns.join(', ')})`;
};

const list = (name: string, column: string, values: readonly Value[]): string =>
  view(
    name,
    [column],
    values.map((value) => [literal(value)]),
  );

function parameters(methodology: Methodology): Record<string, string> {
  const { protection, identification, clusters, adverse_conditions, dynamics, objectivity } = methodology;
  return {
    methodology: literal(methodology.version),
    min_participants: literal(protection.min_participants),
    rule_set: literal(identification.rule_set),
    threshold: fraction(identification.threshold),
    procedure_unit: literal(identification.procedure_unit),
    min_units_same_year: literal(identification.min_units_same_year),
    consecutive_years: literal(identification.consecutive_years),
    unit_min_participants: literal(identification.min_participants),
    group_threshold: fraction(clusters.group_threshold),
    programme: literal(clusters.programme),
    prevention_indicator: literal(clusters.prevention_indicator),
    wellbeing_quartile: fraction(adverse_conditions.wellbeing_quartile),
    sharp_worsening: fraction(dynamics.sharp_worsening),
    max_gap_years: literal(dynamics.max_gap_years),
    mean_z: fraction(objectivity.mean_z),
    fence: fraction(objectivity.fence),
    journal_gap: fraction(objectivity.journal_gap),
    spike_p_value: fraction(objectivity.spike_p_value),
    jump_deviations: maybeFraction(methodology.quality?.deviations),
    jump_participants_factor: maybeFraction(methodology.quality?.participants_factor),
    jump_fail_rate_change: maybeFraction(methodology.quality?.fail_rate_change),
    first_grade: literal(Math.min(...objectivity.grades)),
    last_grade: literal(Math.max(...objectivity.grades)),
  };
}

function grid({ robustness }: Methodology): string[][] {
  const { thresholds, procedure_units, min_participants } = robustness;
  return thresholds.flatMap((threshold) =>
    procedure_units.flatMap((unit) =>
      min_participants.map((least) => [fraction(threshold), literal(unit), literal(least)]),
    ),
  );
}

/** The components of the index of well-being; one row without an indicator where the index is supplied. */
function composition({ adverse_conditions: { wellbeing_composition: parts } }: Methodology): string {
  const rows = (parts ?? []).map(({ indicator, weight, direction }) => [
    literal(indicator),
    fraction(weight),
    literal(direction === 'higher-better'),
  ]);
  const columns = ['indicator_id', 'weight', 'higher_better'];
  const none = ['CAST(NULL AS VARCHAR)', fraction(0), literal(false)];
  return view('parameter_wellbeing', columns, rows.length > 0 ? rows : [none]);
}

/** The statement that makes the view of single numbers and words, of one row; the other views hold lists. */
export function parameterView(methodology: Methodology): string {
  const row = parameters(methodology);
  return view('parameters', Object.keys(row), [Object.values(row)]);
}

/** Statements that make the views which every SQL text of this room reads its numbers from. */
export function parameterViews(methodology: Methodology): string[] {
  const { identification, clusters, adverse_conditions, dynamics, objectivity } = methodology;
  return [
    parameterView(methodology),
    list('parameter_subjects', 'subject', identification.subjects),
    list('parameter_procedures', 'procedure', identification.procedures),
    view('parameter_grid', ['threshold', 'procedure_unit', 'unit_min_participants'], grid(methodology)),
    list('parameter_roles', 'role', clusters.roles),
    composition(methodology),
    list('parameter_cluster_deficits', 'kind', clusters.deficit_kinds),
    list('parameter_adverse_deficits', 'kind', adverse_conditions.deficit_kinds),
    list('parameter_performance_grades', 'grade', dynamics.performance_grades),
    list('parameter_jump_subjects', 'subject', methodology.quality?.participants_subjects ?? ['']),
    list('parameter_objectivity_subjects', 'subject', objectivity.subjects),
    list('parameter_objectivity_grades', 'grade', objectivity.grades),
  ];
}
