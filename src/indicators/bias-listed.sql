-- Share of schools on the official list of possibly biased results, of schools with any result in the year.
WITH areas AS (
  SELECT school_id, 'municipality' AS level, municipality_id AS entity_id FROM schools
  UNION ALL
  SELECT school_id, 'region' AS level, region_id AS entity_id
  FROM schools JOIN municipalities ON municipalities.municipality_id = schools.municipality_id
), held AS (
  SELECT DISTINCT entity_id AS school_id, year FROM results
  WHERE level = 'school' AND year IN (SELECT year FROM bias_list)
), counted AS (
  SELECT a.level, a.entity_id, h.year,
    CAST(count(b.school_id) AS INTEGER) AS numerator_low, CAST(count(b.school_id) AS INTEGER) AS numerator_high,
    CAST(count(*) AS INTEGER) AS denominator_low, CAST(count(*) AS INTEGER) AS denominator_high,
    CAST(0 AS INTEGER) AS uncounted
  FROM held h
    JOIN areas a ON a.school_id = h.school_id
    LEFT JOIN bias_list b ON b.school_id = h.school_id AND b.year = h.year
  GROUP BY a.level, a.entity_id, h.year
)
SELECT
  'bias-listed' AS indicator_id, level, entity_id, year, '' AS dimension,
  numerator_low, numerator_high, denominator_low, denominator_high, uncounted,
  CASE WHEN denominator_low > 0 THEN CAST(numerator_low AS DOUBLE) / denominator_high END AS value_low,
  CASE WHEN denominator_low > 0 THEN least(1.0, CAST(numerator_high AS DOUBLE) / denominator_low) END AS value_high,
  CASE WHEN denominator_low > 0 THEN NULL ELSE 'no-data' END AS reason
FROM counted
ORDER BY level, entity_id, year, dimension
