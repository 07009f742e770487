-- Share of schools in the region's lowest quartile by the index of social well-being, of schools with an index.
WITH areas AS (
  SELECT school_id, 'municipality' AS level, municipality_id AS entity_id FROM schools
  UNION ALL
  SELECT school_id, 'region' AS level, region_id AS entity_id
  FROM schools JOIN municipalities ON municipalities.municipality_id = schools.municipality_id
), counted AS (
  SELECT a.level, a.entity_id, c.year,
    CAST(count(*) FILTER (WHERE lowest_quartile) AS INTEGER) AS numerator_low,
    CAST(count(*) FILTER (WHERE coalesce(lowest_quartile, wellbeing IS NOT NULL)) AS INTEGER) AS numerator_high,
    CAST(count(wellbeing) AS INTEGER) AS denominator_low, CAST(count(wellbeing) AS INTEGER) AS denominator_high,
    CAST(count(*) - count(wellbeing) AS INTEGER) AS uncounted
  FROM adverse_conditions c JOIN areas a ON a.school_id = c.school_id
  GROUP BY a.level, a.entity_id, c.year
)
SELECT
  'low-wellbeing-quartile' AS indicator_id, level, entity_id, year, '' AS dimension,
  numerator_low, numerator_high, denominator_low, denominator_high, uncounted,
  CASE WHEN denominator_low > 0 THEN CAST(numerator_low AS DOUBLE) / denominator_high END AS value_low,
  CASE WHEN denominator_low > 0 THEN least(1.0, CAST(numerator_high AS DOUBLE) / denominator_low) END AS value_high,
  CASE WHEN denominator_low > 0 THEN NULL ELSE 'no-data' END AS reason
FROM counted
ORDER BY level, entity_id, year, dimension
