import { resultCounts } from '../contract/canonical.ts';
import type { Methodology } from '../contract/methodology.ts';

type Protection = Methodology['protection'];

const parts = resultCounts.filter((name) => name !== 'participants');
const marks = ['mark_2', 'mark_3', 'mark_4', 'mark_5'];
const rest = parts.filter((name) => !marks.includes(name) && name !== 'below_threshold');
const means = ['score_mean', 'score_sd', 'completion_mean', 'journal_rho'];
const kept = 'level, entity_id, municipality_id, year, procedure, subject, grade, session';

const ends = (name: string, low: string, high: string): string =>
  `${low} AS ${name}_low, ${high} AS ${name}_high`;
const own = (name: string): string => ends(name, `${name}_low`, `${name}_high`);

/** `internal`: nothing is hidden beyond what the publisher withheld. */
export const internalCounts = (): string => `SELECT ${kept},
  CASE WHEN suppressed THEN 'suppressed' ELSE 'none' END AS protection,
  ${ends('participants', 'participants', 'participants')}, ${parts.map(own).join(', ')}, ${means.join(', ')} FROM totals`;

/** `rounded`: under the minimum hidden, everything else the range of numbers that round to the same multiple. */
export function roundedCounts({ min_participants: least, rounding_base: base }: Protection): string {
  const half = Math.floor(base / 2);
  const rounded = (name: string) => `CAST(round(${name} / ${base}) * ${base} AS INTEGER)`;
  const shown = (value: string) => `CASE WHEN participants >= ${least} THEN ${value} END`;
  const range = (name: string) =>
    ends(
      name,
      shown(`greatest(0, ${rounded(`${name}_low`)} - ${half})`),
      shown(`${rounded(`${name}_high`)} + ${half}`),
    );
  return `SELECT ${kept},
    CASE WHEN participants < ${least} THEN 'few-participants' WHEN suppressed THEN 'suppressed' ELSE 'rounded' END AS protection,
    CASE WHEN participants < ${least} THEN 1 ELSE greatest(${least}, ${rounded('participants')} - ${half}) END AS participants_low,
    CASE WHEN participants < ${least} THEN ${least - 1} ELSE ${rounded('participants')} + ${half} END AS participants_high,
    ${parts.map(range).join(', ')}, ${means.map((name) => `${shown(name)} AS ${name}`).join(', ')} FROM totals`;
}

/**
 * Which primary rule a row falls under (`kind`), and the mark that covers a hidden number of failing pupils: the
 * largest of 3, 4, 5. It is positive because participants ≥ minimum, so a zero never serves as complement.
 */
function kinds(least: number, most: number): string {
  const largest = 'greatest(mark_3_low, mark_4_low, mark_5_low)';
  const fullest = `greatest(${marks.map((name) => `coalesce(${name}_low, 0)`).join(', ')}, below_threshold_low)`;
  return `SELECT *, mark_2_low + ${largest} AS covered,
    CASE ${largest} WHEN mark_3_low THEN 'mark_3' WHEN mark_4_low THEN 'mark_4' ELSE 'mark_5' END AS cover,
    CASE WHEN participants < ${least} THEN 'few-participants' WHEN suppressed THEN 'suppressed'
      WHEN ${fullest} >= participants THEN 'one-mark'
      WHEN below_threshold_low BETWEEN 1 AND ${most} AND below_threshold_high = below_threshold_low THEN 'few-failing'
      ELSE 'none' END AS kind FROM totals`;
}

/** Both ends of one mark, by the kind of the row. The ends depend on sums that are published anyway, not on the count. */
function markEnds(name: string, most: number): string {
  const full = `${name}_low >= participants`;
  const failing = name === 'mark_2';
  const low = failing ? '1' : `CASE WHEN cover = '${name}' THEN covered - ${most} ELSE ${name}_low END`;
  const high = failing ? String(most) : `CASE WHEN cover = '${name}' THEN covered - 1 ELSE ${name}_high END`;
  const tail = `CASE WHEN ${full} THEN participants WHEN ${name}_low IS NOT NULL AND NOT ${failing} THEN ${most} ELSE ${name}_high END`;
  return ends(
    name,
    `CASE kind WHEN 'few-participants' THEN NULL WHEN 'few-failing' THEN CASE WHEN ${name}_low IS NOT NULL THEN ${low} END
      WHEN 'one-mark' THEN CASE WHEN ${full} THEN participants - ${most} ELSE ${name}_low END ELSE ${name}_low END`,
    `CASE kind WHEN 'few-participants' THEN NULL WHEN 'few-failing' THEN CASE WHEN ${name}_low IS NOT NULL THEN ${high} END
      WHEN 'one-mark' THEN ${tail} ELSE ${name}_high END`,
  );
}

/**
 * `public`, the primary rule: fewer participants than the minimum → the cell is the range [1, minimum − 1] without
 * marks and means; few failing pupils → a range, with its complement; all in one mark → the tail is coded.
 */
export function publicCounts({ min_participants: least, min_failing: failing }: Protection): string {
  const most = failing - 1;
  const shown = (value: string, hidden = 'NULL') =>
    `CASE WHEN kind = 'few-participants' THEN ${hidden} ELSE ${value} END`;
  const threshold = ends(
    'below_threshold',
    `CASE WHEN kind = 'few-participants' THEN 0 WHEN kind = 'few-failing' THEN 1
      WHEN kind = 'one-mark' AND below_threshold_low >= participants THEN participants - ${most} ELSE below_threshold_low END`,
    `CASE WHEN kind = 'few-participants' THEN ${least - 1} WHEN kind = 'few-failing' THEN ${most} ELSE below_threshold_high END`,
  );
  return `SELECT ${kept}, kind AS protection,
    ${ends('participants', shown('participants', '1'), shown('participants', String(least - 1)))},
    ${threshold}, ${marks.map((name) => markEnds(name, most)).join(', ')},
    ${rest.map((name) => ends(name, shown(`${name}_low`), shown(`${name}_high`))).join(', ')},
    ${means.map((name) => `${shown(name)} AS ${name}`).join(', ')}
    FROM (${kinds(least, most)})`;
}
