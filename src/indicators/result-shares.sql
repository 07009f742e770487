-- Shares of participants over published results: passed the minimum (oge-threshold, ege-threshold), the maximum score
-- (oge-max, ege-100), 81 and more (ege-81), basic-level tasks of ВПР by stage (vpr-basic-*). Dimension: the subject, over
-- all schools, and "<subject> at-risk" over schools of clusters 500+, 1, 2 and 3 of that year.
WITH areas AS (
  SELECT school_id, 'municipality' AS level, municipality_id AS entity_id FROM schools
  UNION ALL
  SELECT school_id, 'region' AS level, region_id AS entity_id
  FROM schools JOIN municipalities ON municipalities.municipality_id = schools.municipality_id
), at_risk AS (
  SELECT c.school_id, c.year FROM clusters c JOIN parameters ON parameters.methodology = c.methodology
  WHERE c.cluster IN ('500+', '1', '2', '3')
), rows_of AS (
  SELECT r.level, r.entity_id, r.year, r.procedure, r.subject AS dimension, r.grade, r.participants_low, r.participants_high,
    r.below_threshold_low, r.below_threshold_high, r.high_score_low, r.high_score_high, r.max_score_low, r.max_score_high,
    r.basic_level_met_low, r.basic_level_met_high
  FROM results r WHERE r.level <> 'school'
  UNION ALL
  SELECT a.level, a.entity_id, r.year, r.procedure, r.subject || ' at-risk', r.grade, r.participants_low, r.participants_high,
    r.below_threshold_low, r.below_threshold_high, r.high_score_low, r.high_score_high, r.max_score_low, r.max_score_high,
    r.basic_level_met_low, r.basic_level_met_high
  FROM results r JOIN at_risk k ON k.school_id = r.entity_id AND k.year = r.year
    JOIN areas a ON a.school_id = r.entity_id
  WHERE r.level = 'school'
), shares AS (
  SELECT procedure || '-threshold' AS indicator_id, level, entity_id, year, dimension, participants_low, participants_high,
    greatest(0, participants_low - below_threshold_high) AS x_low, participants_high - below_threshold_low AS x_high
  FROM rows_of WHERE procedure IN ('oge', 'ege')
  UNION ALL
  SELECT CASE procedure WHEN 'oge' THEN 'oge-max' ELSE 'ege-100' END, level, entity_id, year, dimension,
    participants_low, participants_high, max_score_low, max_score_high
  FROM rows_of WHERE procedure IN ('oge', 'ege')
  UNION ALL
  SELECT 'ege-81', level, entity_id, year, dimension, participants_low, participants_high, high_score_low, high_score_high
  FROM rows_of WHERE procedure = 'ege'
  UNION ALL
  SELECT CASE WHEN grade <= 4 THEN 'vpr-basic-primary' WHEN grade <= 9 THEN 'vpr-basic-main' ELSE 'vpr-basic-secondary' END,
    level, entity_id, year, dimension, participants_low, participants_high, basic_level_met_low, basic_level_met_high
  FROM rows_of WHERE procedure = 'vpr'
), counted AS (
  SELECT indicator_id, level, entity_id, year, dimension,
    CAST(sum(x_low) AS INTEGER) AS numerator_low, CAST(sum(x_high) AS INTEGER) AS numerator_high,
    CAST(sum(participants_low) AS INTEGER) AS denominator_low,
    CAST(sum(participants_high) AS INTEGER) AS denominator_high,
    CAST(NULL AS INTEGER) AS uncounted
  FROM shares WHERE x_low IS NOT NULL
  GROUP BY indicator_id, level, entity_id, year, dimension
)
SELECT
  indicator_id, level, entity_id, year, dimension,
  numerator_low, numerator_high, denominator_low, denominator_high, uncounted,
  CASE WHEN denominator_low >= min_participants THEN CAST(numerator_low AS DOUBLE) / denominator_high END AS value_low,
  CASE WHEN denominator_low >= min_participants
    THEN least(1.0, CAST(numerator_high AS DOUBLE) / denominator_low) END AS value_high,
  CASE WHEN denominator_low >= min_participants THEN NULL ELSE 'few-participants' END AS reason
FROM counted, parameters
ORDER BY indicator_id, level, entity_id, year, dimension
