/**
 * The worked questions of the console: id → SQL over the published tables. Their words, of which the
 * page makes a comment above the text: src/i18n/{ru,en}/questions.ts.
 */
export const questions = {
  'region-by-year': `SELECT year, session, comparability, participants_low AS participants,
  round(below_threshold_low / participants_high, 3) AS share_low,
  round(below_threshold_high / participants_low, 3) AS share_high
FROM results
WHERE level = 'region' AND procedure = 'vpr' AND subject = 'mathematics' AND grade = 5
ORDER BY year, session`,

  'municipalities-last-year': `SELECT m.name, sum(r.participants_low) AS participants, sum(r.below_threshold_low) AS below_low,
  sum(r.below_threshold_high) AS below_high,
  round(sum(r.below_threshold_high) / sum(r.participants_low), 3) AS share_high
FROM results r JOIN municipalities m ON m.municipality_id = r.entity_id
WHERE r.level = 'municipality' AND r.procedure = 'vpr' AND r.subject = 'russian'
  AND r.year = (SELECT max(year) FROM results)
GROUP BY m.name
ORDER BY m.name`,

  'low-schools': `SELECT m.name AS municipality, s.name AS school, i.reasons, i.low_units_low AS low_units
FROM identification i
  JOIN parameters p ON p.methodology = i.methodology
  JOIN schools s ON s.school_id = i.school_id
  JOIN municipalities m ON m.municipality_id = s.municipality_id
WHERE i.state = 'identified' AND i.year = (SELECT max(year) FROM identification)
ORDER BY municipality, school`,

  'entered-this-year': `SELECT m.name AS municipality, s.name AS school, now.reasons
FROM identification now
  JOIN parameters p ON p.methodology = now.methodology
  JOIN identification before ON before.methodology = now.methodology
    AND before.school_id = now.school_id AND before.year = now.year - 1
  JOIN schools s ON s.school_id = now.school_id
  JOIN municipalities m ON m.municipality_id = s.municipality_id
WHERE now.year = (SELECT max(year) FROM identification)
  AND now.state = 'identified' AND before.state = 'not-identified'
ORDER BY municipality, school`,

  'years-identified': `SELECT s.name AS school, count(*) AS years, string_agg(CAST(i.year AS VARCHAR), ', ' ORDER BY i.year) AS which
FROM identification i
  JOIN parameters p ON p.methodology = i.methodology
  JOIN schools s ON s.school_id = i.school_id
WHERE i.state = 'identified'
GROUP BY i.school_id, s.name
ORDER BY years DESC, school, i.school_id`,

  'which-works': `SELECT u.procedure, u.subject, u.grade, count(*) AS schools
FROM identification_units u
  JOIN parameters p ON p.methodology = u.methodology
WHERE u.state = 'met' AND u.year = (SELECT max(year) FROM identification_units)
GROUP BY u.procedure, u.subject, u.grade
ORDER BY schools DESC, u.procedure, u.subject, u.grade`,

  'near-the-border': `SELECT s.name AS school, r.identified_low AS settings_low, r.identified_high AS settings_high, r.settings, i.state
FROM robustness r
  JOIN parameters p ON p.methodology = r.methodology
  JOIN identification i ON i.methodology = r.methodology AND i.school_id = r.school_id AND i.year = r.year
  JOIN schools s ON s.school_id = r.school_id
WHERE r.year = (SELECT max(year) FROM robustness) AND r.identified_high > 0 AND r.identified_low < r.settings
ORDER BY r.identified_low DESC, school, r.school_id`,

  'clusters-by-municipality': `SELECT m.name AS municipality,
  count(*) FILTER (WHERE c.cluster = '500+') AS "500+",
  count(*) FILTER (WHERE c.cluster = '2') AS cluster_2,
  count(*) FILTER (WHERE c.cluster = '1') AS cluster_1,
  count(*) FILTER (WHERE c.cluster = '3') AS cluster_3,
  count(*) FILTER (WHERE c.cluster = 'none') AS none,
  count(*) FILTER (WHERE c.cluster IN ('undetermined', 'insufficient-data')) AS unknown
FROM clusters c
  JOIN parameters p ON p.methodology = c.methodology
  JOIN schools s ON s.school_id = c.school_id
  JOIN municipalities m ON m.municipality_id = s.municipality_id
WHERE c.year = (SELECT max(year) FROM clusters)
GROUP BY m.name
ORDER BY m.name`,

  'improved-confirmed': `SELECT s.name AS school, d.procedure, d.subject, d.year_before, d.year,
  d.relative_high AS change, d.interval_low, d.interval_high, d.q_value
FROM dynamics d JOIN schools s ON s.school_id = d.entity_id
WHERE d.level = 'school' AND d.grade = 0 AND d.confirmed = 'improved'
  AND d.year = (SELECT max(year) FROM dynamics)
ORDER BY d.interval_high, school, d.procedure, d.subject`,

  'formal-and-confirmed': `SELECT year, count(*) FILTER (WHERE formal_high < 0) AS formal,
  count(*) FILTER (WHERE confirmed = 'improved') AS confirmed,
  count(*) FILTER (WHERE net = 'improved') AS net_of_regression
FROM dynamics
WHERE level = 'school' AND grade = 0 AND reason IS NULL
GROUP BY year
ORDER BY year`,

  'same-children': `SELECT s.name AS school, c.subject, c.year_before, c.grade_before, c.year, c.grade,
  round(c.relative_high, 3) AS change_at_most
FROM cohorts c JOIN schools s ON s.school_id = c.entity_id
WHERE c.level = 'school' AND c.relative_high < -0.1
ORDER BY c.relative_high, school, c.subject, c.year
LIMIT 50`,

  'social-index': `WITH shares AS (
  SELECT entity_id AS school_id, sum(participants_low) AS participants,
    round(sum(below_threshold_high) / sum(participants_low), 3) AS share
  FROM results
  WHERE level = 'school' AND procedure = 'vpr' AND subject = 'mathematics' AND below_threshold_high IS NOT NULL
    AND year = (SELECT max(year) FROM results)
  GROUP BY entity_id
)
SELECT x.value AS social_index, h.share, h.participants, s.name AS school
FROM shares h
  JOIN schools s ON s.school_id = h.school_id
  JOIN social_index x ON x.school_id = h.school_id AND x.year = (SELECT max(year) FROM results)
WHERE h.participants >= 10
ORDER BY social_index, school`,

  'town-and-village': `SELECT r.year, s.locality, sum(r.participants_low) AS participants,
  round(sum(r.below_threshold_low) / sum(r.participants_high), 3) AS share_low,
  round(sum(r.below_threshold_high) / sum(r.participants_low), 3) AS share_high
FROM results r JOIN schools s ON s.school_id = r.entity_id
WHERE r.level = 'school' AND r.procedure = 'vpr' AND r.subject = 'mathematics' AND r.below_threshold_low IS NOT NULL
GROUP BY r.year, s.locality
ORDER BY r.year, s.locality`,

  'journal-marks': `SELECT subject, sum(journal_lowered_low) AS lowered, sum(journal_confirmed_low) AS confirmed,
  sum(journal_raised_low) AS raised
FROM results
WHERE level = 'school' AND procedure = 'vpr' AND journal_confirmed_low IS NOT NULL
  AND year = (SELECT max(year) FROM results WHERE journal_confirmed_low IS NOT NULL)
GROUP BY subject
ORDER BY subject`,

  'possible-bias': `SELECT year, marker, count(DISTINCT school_id) AS schools
FROM objectivity
WHERE state = 'met'
GROUP BY year, marker
ORDER BY year, marker`,

  'deficits-left': `SELECT m.name AS municipality, d.kind, count(*) AS schools
FROM deficits d
  JOIN schools s ON s.school_id = d.school_id
  JOIN municipalities m ON m.municipality_id = s.municipality_id
WHERE d.identified AND NOT d.eliminated AND d.year = (SELECT max(year) FROM deficits)
GROUP BY m.name, d.kind
ORDER BY m.name, d.kind`,

  programme: `WITH joined AS (
  SELECT school_id, min(year) AS first FROM programmes WHERE role = 'participant' GROUP BY school_id
)
SELECT r.year - j.first AS years_since, count(DISTINCT j.school_id) AS schools,
  sum(r.participants_low) AS participants,
  round(sum(r.below_threshold_high) / sum(r.participants_low), 3) AS share_high
FROM results r JOIN joined j ON j.school_id = r.entity_id
WHERE r.level = 'school' AND r.procedure = 'vpr' AND r.subject = 'mathematics' AND r.session = 'spring'
  AND r.below_threshold_high IS NOT NULL
GROUP BY years_since
ORDER BY years_since`,

  'what-is-hidden': `SELECT s.locality, r.protection, count(*) AS cells,
  round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY s.locality), 1) AS percent
FROM results r JOIN schools s ON s.school_id = r.entity_id
WHERE r.level = 'school'
GROUP BY s.locality, r.protection
ORDER BY s.locality, cells DESC, r.protection`,

  'order-indicators': `SELECT indicator_id, dimension, numerator_low, numerator_high, denominator_low, denominator_high,
  value_low, value_high, uncounted, reason
FROM monitoring
WHERE level = 'region' AND year = (SELECT max(year) FROM monitoring)
ORDER BY indicator_id, dimension`,

  'similar-schools': `SELECT s.name AS school, count(*) FILTER (WHERE i.state = 'identified') AS identified, count(*) AS similar
FROM similar_schools l
  JOIN schools s ON s.school_id = l.school_id
  JOIN parameters p ON true
  JOIN identification i ON i.methodology = p.methodology AND i.school_id = l.similar_id
    AND i.year = (SELECT max(year) FROM identification)
GROUP BY l.school_id, s.name
ORDER BY identified DESC, school, l.school_id`,
} as const satisfies Record<string, string>;

export type QuestionId = keyof typeof questions;
