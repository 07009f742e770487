import type { Methodology } from '../../contract/methodology.ts';
import { type ProcedureUnit, procedureUnits } from '../../contract/vocabulary.ts';

/** A rule as a reader may change it. Whole numbers and closed lists alone: nothing of it can be SQL. */
export interface Rule {
  /** Version of the methodology it starts from. */
  base: string;
  /** Percent. */
  threshold: number;
  unit: ProcedureUnit;
  minimum: number;
  sameYear: number;
  years: number;
}

/** The least and the greatest that each number may be. */
export const bounds = {
  threshold: [1, 99],
  minimum: [1, 100],
  sameYear: [1, 9],
  years: [1, 5],
} as const satisfies Partial<Record<keyof Rule, readonly [number, number]>>;

const numbers = Object.keys(bounds) as (keyof typeof bounds)[];

/** The rule that a methodology lays down. */
export function ruleOf({ version, identification }: Methodology): Rule {
  return {
    base: version,
    threshold: Math.round(100 * identification.threshold),
    unit: identification.procedure_unit,
    minimum: identification.min_participants,
    sameYear: identification.min_units_same_year,
    years: identification.consecutive_years,
  };
}

/** A number of the rule inside its bounds; `null` for anything else. */
export function boundedNumber(field: keyof typeof bounds, text: string): number | null {
  const [low, high] = bounds[field];
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : null;
}

export interface RuleState {
  rule: Rule;
  /** The year that is shown; `null`: the last. */
  year: number | null;
  /** Parts of the address that were left out. */
  problems: string[];
}

/** Reads a rule from an address. Never throws; what the address lacks is as the methodology has it. */
export function readRule(
  params: URLSearchParams,
  methodologies: readonly Methodology[],
  allYears: readonly number[],
): RuleState {
  const problems: string[] = [];
  const wished = params.get('base');
  const base = methodologies.find(({ version }) => version === wished) ?? methodologies[0];
  if (!base) throw new Error('no methodology');
  if (wished !== null && base.version !== wished) problems.push(wished);
  const rule = ruleOf(base);
  for (const field of numbers) {
    const text = params.get(field);
    if (text === null) continue;
    const value = boundedNumber(field, text);
    if (value === null) problems.push(text);
    else rule[field] = value;
  }
  const unit = params.get('unit');
  const known = procedureUnits.find((one) => one === unit);
  if (known) rule.unit = known;
  else if (unit !== null) problems.push(unit);
  const asked = params.get('year');
  const year = asked === null ? null : (allYears.find((one) => String(one) === asked) ?? null);
  if (asked !== null && year === null) problems.push(asked);
  return { rule, year, problems };
}

/** The address of a rule: the base, and what differs from it. */
export function writeRule(rule: Rule, year: number | null, base: Methodology): URLSearchParams {
  const own = ruleOf(base);
  const params = new URLSearchParams({ base: rule.base });
  for (const field of [...numbers, 'unit'] as const)
    if (rule[field] !== own[field]) params.set(field, String(rule[field]));
  if (year !== null) params.set('year', String(year));
  return params;
}

/** The methodology with the rule in it. Its version is `what-if`, so that its rows are never taken for published ones. */
export function changed(base: Methodology, rule: Rule): Methodology {
  const { identification } = base;
  return {
    ...base,
    version: 'what-if',
    identification: {
      ...identification,
      threshold: rule.threshold / 100,
      procedure_unit: rule.unit,
      min_participants: rule.minimum,
      min_units_same_year: rule.sameYear,
      consecutive_years: rule.years,
    },
  };
}
