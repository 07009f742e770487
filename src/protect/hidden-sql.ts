import { resultCounts } from '../contract/canonical.ts';
import type { Preset } from '../contract/vocabulary.ts';

/** The key of a total within one area. */
export const series = 'year, procedure, subject, grade, session';

/** Columns of a result beside the participants. */
export const parts = resultCounts.filter((name) => name !== 'participants');

/**
 * What a row's participants are made of, so that everybody is in one element: marks, or, where the procedure has none,
 * those below the threshold, between, from 81 to under the maximum, and with the maximum. The last element holds
 * participants whose result the publisher does not have. Element 0 is the participants with the sign changed: all add
 * up to 0.
 */
export const elementCount = 6;
export const unknownElement = 5;
export const columnsOfMarks = ['participants', 'mark_2', 'mark_3', 'mark_4', 'mark_5'];
export const columnsOfScores = ['participants', 'below_threshold', null, 'high_score', 'max_score'];

type Triple = readonly [low: string, high: string, truth: string];

const nobody: Triple = ['0', '0', '0'];
const all = (truth: string): Triple => ['0', 'participants_high', truth];
const published = (name: string, truth = `true_${name}`): Triple => [
  `coalesce(${name}_low, 0)`,
  `coalesce(${name}_high, participants_high)`,
  truth,
];

/** One element: what it is in each case, the first case that holds. */
const cases = (choices: readonly (readonly [condition: string, Triple])[], otherwise: Triple): Triple => {
  const end = (index: 0 | 1 | 2) =>
    `CASE ${choices.map(([condition, triple]) => `WHEN ${condition} THEN ${triple[index]}`).join(' ')} ELSE ${otherwise[index]} END`;
  return [end(0), end(1), end(2)];
};

const below = published('below_threshold');
/** A row without marks may still tell how many are below the threshold, which is mark 2. */
const failing: Triple = [
  'coalesce(mark_2_low, CASE WHEN NOT apart THEN below_threshold_low END, 0)',
  'coalesce(mark_2_high, CASE WHEN NOT apart THEN below_threshold_high END, participants_high)',
  'true_mark_2',
];

/** The elements of a row whose series has marks. */
const ofMarks: Triple[] = [
  cases(
    [
      ['has_marks', failing],
      ['has_below', below],
    ],
    nobody,
  ),
  ...['mark_3', 'mark_4', 'mark_5'].map((name) => cases([['has_marks', published(name)]], nobody)),
  cases(
    [
      ['has_marks', nobody],
      ['has_below', all('participants - true_below_threshold')],
    ],
    all('participants'),
  ),
];

/** The elements of a row whose series has none. Rounded parts of a part are not told apart: high scores are one element. */
function ofScores(rounded: boolean): Triple[] {
  const high: Triple = rounded
    ? published('high_score')
    : [
        'CASE WHEN high_score_low IS NULL THEN 0 ELSE greatest(0, high_score_low - coalesce(max_score_high, 0)) END',
        'CASE WHEN high_score_low IS NULL THEN participants_high ELSE high_score_high - coalesce(max_score_low, 0) END',
        'true_high_score - coalesce(true_max_score, 0)',
      ];
  const max: Triple = rounded
    ? nobody
    : [
        'coalesce(max_score_low, 0)',
        'CASE WHEN true_max_score IS NULL THEN 0 ELSE coalesce(max_score_high, participants_high) END',
        'coalesce(true_max_score, 0)',
      ];
  const known = 'has_below AND has_high';
  return [
    cases([['has_below', below]], nobody),
    cases([[known, all('participants - true_below_threshold - true_high_score')]], nobody),
    cases([['has_high', high]], nobody),
    cases([['has_high', max]], nobody),
    cases(
      [
        [known, nobody],
        ['has_below', all('participants - true_below_threshold')],
        ['has_high', all('participants - true_high_score')],
      ],
      all('participants'),
    ),
  ];
}

/** What a row of `school_results` has; `apart`: in its series "below the threshold" is not the same as mark 2. */
const facts = `SELECT *,
  bool_or(true_mark_2 IS NOT NULL) OVER (PARTITION BY ${series}) AS of_marks,
  coalesce(bool_or(true_mark_2 <> true_below_threshold) OVER (PARTITION BY ${series}), false) AS apart,
  true_mark_2 IS NOT NULL AND true_mark_2 + true_mark_3 + true_mark_4 + true_mark_5 = participants AS has_marks,
  true_below_threshold IS NOT NULL AS knows_below,
  true_high_score IS NOT NULL AND coalesce(true_max_score, 0) <= true_high_score
    AND coalesce(true_below_threshold, 0) + true_high_score <= participants AS has_high
  FROM school_results`;

/**
 * Makes `hidden_rows`: school rows as elements e1…e5 with the published ends and the truth. `participants` is the
 * element with the sign changed.
 */
export function hiddenRows(preset: Preset): string {
  const scores = ofScores(preset === 'rounded');
  const columns = ofMarks.flatMap((triple, i) =>
    ['low', 'high', 'true'].map(
      (end, at) =>
        `CAST(CASE WHEN of_marks THEN ${triple[at]} ELSE ${scores[i]?.[at]} END AS INTEGER) AS e${i + 1}_${end}`,
    ),
  );
  return `SELECT *, -participants_high AS e0_low, -participants_low AS e0_high, -participants AS e0_true, ${columns.join(', ')}
    FROM (SELECT *, knows_below AND NOT (of_marks AND apart) AS has_below FROM (${facts}))`;
}

const elements = Array.from({ length: elementCount }, (_, i) => `e${i}`);

/** Rows of one municipality and series that look alike to a reader, and what of the truth their ranges hide. */
export const hiddenKinds = `SELECT municipality_id, region_id, ${series}, of_marks, apart,
  ${elements.map((e) => `${e}_high - ${e}_low AS ${e}_width`).join(', ')},
  -(${elements.map((e) => `${e}_low`).join(' + ')}) AS slack,
  CAST(count(*) AS INTEGER) AS count,
  ${elements.map((e) => `CAST(sum(${e}_low) AS INTEGER) AS ${e}_low, CAST(sum(${e}_true - ${e}_low) AS INTEGER) AS ${e}_over`).join(', ')}
  FROM hidden_rows GROUP BY ALL ORDER BY ALL`;

/**
 * The plain sums of a total: per column how many rows know it, the sum of published ranges, and how many participants
 * of rows that do not know it may be in it; and of rows that tell it the sum of high ends (`told`), and their least
 * participants (`among`): no more than the others can be in it besides.
 */
export function plainSums(group: string): string {
  const each = parts.flatMap((name) => {
    const unknown =
      name === 'mark_2' || name === 'below_threshold'
        ? `true_${name} IS NULL AND NOT has_below`
        : `true_${name} IS NULL`;
    return [
      `count(true_${name}) > 0 AS ${name}_known`,
      `CAST(sum(coalesce(${name}_low, 0)) AS INTEGER) AS ${name}_low`,
      `CAST(sum(coalesce(${name}_high, participants_high)) AS INTEGER) AS ${name}_high`,
      `CAST(coalesce(sum(${name}_high), 0) AS INTEGER) AS ${name}_told`,
      `CAST(coalesce(sum(participants_low) FILTER (WHERE ${name}_high IS NOT NULL), 0) AS INTEGER) AS ${name}_among`,
      `CAST(coalesce(sum(participants_high) FILTER (WHERE ${unknown}), 0) AS INTEGER) AS ${name}_unknown`,
    ];
  });
  const weight = '(participants_low + participants_high)';
  const mean = (name: string) =>
    `CAST(sum(${name} * ${weight}) AS DOUBLE) / nullif(sum(${weight}) FILTER (WHERE ${name} IS NOT NULL), 0) AS ${name}`;
  return `SELECT ${group} AS entity_id, ${series}, ${each.join(', ')},
    bool_and(suppressed) AS suppressed, ${mean('score_mean')}, ${mean('completion_mean')},
    CAST(coalesce(sum(${weight}) FILTER (WHERE score_mean IS NOT NULL), 0) // 2 AS INTEGER) AS mean_participants
    FROM hidden_rows GROUP BY ALL ORDER BY ALL`;
}
