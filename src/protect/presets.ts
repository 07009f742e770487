import { resultCounts } from '../contract/canonical.ts';
import type { Methodology } from '../contract/methodology.ts';

type Protection = Methodology['protection'];

const parts = resultCounts.filter((name) => name !== 'participants');
const marks = ['mark_2', 'mark_3', 'mark_4', 'mark_5'];
const rest = parts.filter((name) => !marks.includes(name) && name !== 'below_threshold');
const means = ['score_mean', 'score_sd', 'completion_mean', 'journal_rho'];
/** The key, and the truth beside what is published of it; only this room sees both. */
const kept = `entity_id, municipality_id, region_id, year, procedure, subject, grade, session, participants, suppressed,
  ${parts.map((name) => `${name}_low AS true_${name}`).join(', ')}`;

const ends = (name: string, low: string, high: string): string =>
  `${low} AS ${name}_low, ${high} AS ${name}_high`;
const own = (name: string): string => ends(name, `${name}_low`, `${name}_high`);

/** `internal`: nothing is hidden beyond what the publisher withheld. */
export const internalCounts = (): string => `SELECT ${kept},
  CASE WHEN suppressed THEN 'suppressed' ELSE 'none' END AS protection,
  ${ends('participants', 'participants', 'participants')}, ${parts.map(own).join(', ')}, ${means.join(', ')} FROM school_truth`;

/**
 * `rounded`: under the minimum hidden, everything else the range of numbers that round to the same multiple, from
 * `rounded_rows`. Means are rounded as well: an exact mean tells which number of participants it belongs to. A tenth is
 * coarser than the steps of a mean over ten participants or more, so every number stays possible.
 */
export function roundedCounts({ min_participants: least }: Protection): string {
  const mean = (name: string) =>
    `CASE WHEN participants >= ${least} THEN round(${name}, ${name === 'completion_mean' ? 2 : 1}) END AS ${name}`;
  const key = 'entity_id, year, procedure, subject, grade, session';
  return `SELECT ${kept},
    CASE WHEN participants < ${least} THEN 'few-participants' WHEN suppressed THEN 'suppressed' ELSE 'rounded' END AS protection,
    coalesce(participants_from, 1) AS participants_low, coalesce(participants_to, ${least - 1}) AS participants_high,
    CASE WHEN participants < ${least} THEN 0 ELSE below_threshold_from END AS below_threshold_low,
    CASE WHEN participants < ${least} THEN ${least - 1} ELSE below_threshold_to END AS below_threshold_high,
    ${parts
      .filter((name) => name !== 'below_threshold')
      .map((name) => ends(name, `${name}_from`, `${name}_to`))
      .join(', ')},
    ${means.map(mean).join(', ')}
    FROM school_truth LEFT JOIN rounded_rows USING (${key})`;
}

/**
 * Which primary rule a row falls under (`kind`). A rule must not be told from its outcome, so `coded-tail` takes every
 * row whose largest mark is within `most` of everybody, not only the rows where everybody has it.
 */
function kinds(least: number, most: number): string {
  const fullest = `greatest(${[...marks, 'high_score'].map((name) => `coalesce(${name}_low, 0)`).join(', ')}, below_threshold_low)`;
  return `SELECT *, CASE WHEN participants < ${least} THEN 'few-participants' WHEN suppressed THEN 'suppressed'
      WHEN below_threshold_low BETWEEN 1 AND ${most} AND below_threshold_high = below_threshold_low THEN 'few-failing'
      WHEN ${fullest} >= participants - ${most} THEN 'coded-tail'
      ELSE 'none' END AS kind FROM school_truth`;
}

/**
 * The ends of marks 3, 4, 5 beside a hidden number of failing pupils 1 … `most`. Which mark covers, and its ends, depend
 * only on sums that stay the same whatever the hidden number is: the marks from 2 up to the covering one together.
 * Marks before the covering one, too small to cover, are ranges as well. So every number 1 … `most` is possible for
 * every published row; the test lists the rows that give the same publication.
 */
function covered(name: string, most: number): [low: string, high: string] {
  const upTo3 = '(mark_2_low + mark_3_low)';
  const upTo4 = '(mark_2_low + mark_3_low + mark_4_low)';
  const by3 = `${upTo3} > ${most}`;
  const by4 = `${upTo4} > ${most}`;
  const cases: Record<string, [string, string]> = {
    mark_3: [
      `CASE WHEN ${by3} THEN ${upTo3} - ${most} ELSE 0 END`,
      `CASE WHEN ${by3} THEN ${upTo3} - 1 ELSE ${most - 1} END`,
    ],
    mark_4: [
      `CASE WHEN ${by3} THEN mark_4_low WHEN ${by4} THEN ${upTo4} - ${most} ELSE 0 END`,
      `CASE WHEN ${by3} THEN mark_4_low WHEN ${by4} THEN ${upTo4} - 1 ELSE ${most - 1} END`,
    ],
    mark_5: [
      `CASE WHEN ${by3} OR ${by4} THEN mark_5_low ELSE participants - ${most} END`,
      `CASE WHEN ${by3} OR ${by4} THEN mark_5_low ELSE participants - 1 END`,
    ],
  };
  return cases[name] ?? ['1', String(most)];
}

/** The ends of a mark in a row where one mark holds everybody but at most `most`. Nobody below stays exact. */
const tail = (name: string, most: number): [low: string, high: string] => {
  const none = name === 'mark_2' ? '0' : String(most);
  const full = `${name}_low >= participants - ${most}`;
  return [
    `CASE WHEN ${full} THEN participants - ${most} ELSE 0 END`,
    `CASE WHEN ${full} THEN participants ELSE ${none} END`,
  ];
};

/** Both ends of one mark, by the kind of the row; NULL where the procedure has no marks. */
function markEnds(name: string, most: number): string {
  const [coverLow, coverHigh] = covered(name, most);
  const [tailLow, tailHigh] = tail(name, most);
  const byKind = (few: string, coded: string, exact: string) =>
    `CASE WHEN ${name}_low IS NULL OR kind = 'few-participants' THEN NULL
      WHEN kind = 'few-failing' THEN ${few} WHEN kind = 'coded-tail' THEN ${coded} ELSE ${exact} END`;
  return ends(name, byKind(coverLow, tailLow, `${name}_low`), byKind(coverHigh, tailHigh, `${name}_high`));
}

/**
 * `public`, the primary rule: fewer participants than the minimum → the cell is the range [1, minimum − 1] without
 * marks and means; few failing pupils → a range, with its complement; nearly all in one mark → the tail is coded, and
 * what else would tell it (means, journal marks) is left out.
 */
export function publicCounts({ min_participants: least, min_failing: failing }: Protection): string {
  const most = failing - 1;
  // Who is below the threshold has neither a high score nor a mark above the one in the journal: where these leave room
  // for only so many failing pupils, they would tell the hidden number.
  const full = (name: string) => `coalesce(${name}_low, 0) >= participants - ${most}`;
  const few = `kind = 'few-failing'`;
  const telling = (name: string): string => {
    if (name.startsWith('journal'))
      return `${few} AND (${full('journal_raised')} OR coalesce(mark_2_low + mark_3_low + mark_4_low <= ${most}, false))`;
    return /^(high|max)_score$/.test(name) ? `${few} AND ${full('high_score')}` : 'false';
  };
  const shown = (value: string, hidden = 'NULL') =>
    `CASE WHEN kind = 'few-participants' THEN ${hidden} ELSE ${value} END`;
  const open = (name: string, value: string) =>
    `CASE WHEN kind IN ('few-participants', 'coded-tail') OR (${telling(name)}) THEN NULL ELSE ${value} END`;
  const coded = `kind = 'coded-tail' AND below_threshold_low >= participants - ${most}`;
  const threshold = ends(
    'below_threshold',
    `CASE WHEN kind = 'few-participants' THEN 0 WHEN kind = 'few-failing' THEN 1
      WHEN ${coded} THEN participants - ${most} ELSE below_threshold_low END`,
    `CASE WHEN kind = 'few-participants' THEN ${least - 1} WHEN kind = 'few-failing' THEN ${most}
      WHEN ${coded} THEN participants ELSE below_threshold_high END`,
  );
  return `SELECT ${kept}, kind AS protection,
    ${ends('participants', shown('participants', '1'), shown('participants', String(least - 1)))},
    ${threshold}, ${marks.map((name) => markEnds(name, most)).join(', ')},
    ${rest.map((name) => ends(name, open(name, `${name}_low`), open(name, `${name}_high`))).join(', ')},
    ${means.map((name) => `${open(name, name)} AS ${name}`).join(', ')}
    FROM (${kinds(least, most)})`;
}
