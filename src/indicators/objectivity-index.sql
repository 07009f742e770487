-- Index of objectivity of an area: share of schools without any of the federal markers. Schools without data for any of
-- them are `uncounted`.
WITH areas AS (
  SELECT school_id, 'municipality' AS level, municipality_id AS entity_id FROM schools
  UNION ALL
  SELECT school_id, 'region' AS level, region_id AS entity_id
  FROM schools JOIN municipalities ON municipalities.municipality_id = schools.municipality_id
), schools_marked AS (
  SELECT school_id, year,
    max(CASE WHEN state = 'met' THEN 1 ELSE 0 END) AS met,
    max(CASE WHEN state <> 'insufficient-data' THEN 1 ELSE 0 END) AS known
  FROM objectivity WHERE federal GROUP BY school_id, year
), counted AS (
  SELECT a.level, a.entity_id, m.year,
    CAST(count(*) FILTER (WHERE known = 1 AND met = 0) AS INTEGER) AS numerator_low,
    CAST(count(*) FILTER (WHERE known = 1 AND met = 0) AS INTEGER) AS numerator_high,
    CAST(sum(known) AS INTEGER) AS denominator_low, CAST(sum(known) AS INTEGER) AS denominator_high,
    CAST(count(*) - sum(known) AS INTEGER) AS uncounted
  FROM schools_marked m JOIN areas a ON a.school_id = m.school_id
  GROUP BY a.level, a.entity_id, m.year
)
SELECT
  'objectivity-index' AS indicator_id, level, entity_id, year, '' AS dimension,
  numerator_low, numerator_high, denominator_low, denominator_high, uncounted,
  CASE WHEN denominator_low > 0 THEN CAST(numerator_low AS DOUBLE) / denominator_high END AS value_low,
  CASE WHEN denominator_low > 0 THEN least(1.0, CAST(numerator_high AS DOUBLE) / denominator_low) END AS value_high,
  CASE WHEN denominator_low > 0 THEN NULL ELSE 'no-data' END AS reason
FROM counted
ORDER BY level, entity_id, year, dimension
