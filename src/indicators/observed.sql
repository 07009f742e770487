-- Indicators that results cannot give: as observed, and summed over schools for areas that did not report themselves.
-- `uncounted`: schools of the area with a result that year and no answer.
WITH areas AS (
  SELECT school_id, 'municipality' AS level, municipality_id AS entity_id FROM schools
  UNION ALL
  SELECT school_id, 'region' AS level, region_id AS entity_id
  FROM schools JOIN municipalities ON municipalities.municipality_id = schools.municipality_id
), held AS (
  SELECT DISTINCT entity_id AS school_id, year FROM results WHERE level = 'school'
), sums AS (
  SELECT o.indicator_id, a.level, a.entity_id, o.year, o.dimension,
    CAST(sum(o.numerator_low) AS INTEGER) AS numerator_low, CAST(sum(o.numerator_high) AS INTEGER) AS numerator_high,
    CAST(sum(o.denominator_low) AS INTEGER) AS denominator_low,
    CAST(sum(o.denominator_high) AS INTEGER) AS denominator_high, count(DISTINCT o.entity_id) AS answers
  FROM observations o JOIN areas a ON a.school_id = o.entity_id
  WHERE o.entity_level = 'school' AND o.denominator_low IS NOT NULL
  GROUP BY o.indicator_id, a.level, a.entity_id, o.year, o.dimension
), expected AS (
  SELECT a.level, a.entity_id, h.year, count(*) AS schools
  FROM held h JOIN areas a ON a.school_id = h.school_id GROUP BY a.level, a.entity_id, h.year
), inner_areas AS (
  SELECT o.indicator_id, 'region' AS level, m.region_id AS entity_id, o.year, o.dimension,
    CAST(sum(o.numerator_low) AS INTEGER) AS numerator_low, CAST(sum(o.numerator_high) AS INTEGER) AS numerator_high,
    CAST(sum(o.denominator_low) AS INTEGER) AS denominator_low,
    CAST(sum(o.denominator_high) AS INTEGER) AS denominator_high
  FROM observations o JOIN municipalities m ON m.municipality_id = o.entity_id
  WHERE o.entity_level = 'municipality' AND o.denominator_low IS NOT NULL
  GROUP BY o.indicator_id, m.region_id, o.year, o.dimension
), all_of AS (
  SELECT 1 AS place, indicator_id, entity_level AS level, entity_id, year, dimension,
    numerator_low, numerator_high, denominator_low, denominator_high, CAST(NULL AS INTEGER) AS uncounted, protection
  FROM observations
  UNION ALL
  SELECT 2, indicator_id, level, entity_id, year, dimension,
    numerator_low, numerator_high, denominator_low, denominator_high, NULL, 'none' FROM inner_areas
  UNION ALL
  SELECT 3, s.indicator_id, s.level, s.entity_id, s.year, s.dimension, s.numerator_low, s.numerator_high,
    s.denominator_low, s.denominator_high, CAST(greatest(0, coalesce(e.schools, 0) - s.answers) AS INTEGER), 'none'
  FROM sums s LEFT JOIN expected e ON e.level = s.level AND e.entity_id = s.entity_id AND e.year = s.year
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY indicator_id, level, entity_id, year, dimension ORDER BY place) AS choice
  FROM all_of
)
SELECT
  indicator_id, level, entity_id, year, dimension,
  numerator_low, numerator_high, denominator_low, denominator_high, uncounted,
  CASE WHEN protection <> 'few-participants' AND denominator_low > 0
    THEN CAST(numerator_low AS DOUBLE) / denominator_high END AS value_low,
  CASE WHEN protection <> 'few-participants' AND denominator_low > 0
    THEN least(1.0, CAST(numerator_high AS DOUBLE) / denominator_low) END AS value_high,
  CASE
    WHEN protection = 'few-participants' THEN 'few-participants'
    WHEN coalesce(denominator_low, 0) = 0 THEN 'no-data'
  END AS reason
FROM ranked WHERE choice = 1
ORDER BY indicator_id, level, entity_id, year, dimension
