-- Shares of schools by kind of resource deficit ('' is any kind), of schools asked that year: with a deficit that remains
-- (deficit-schools), with one identified (deficits-identified), with one eliminated (deficits-eliminated).
WITH areas AS (
  SELECT school_id, 'municipality' AS level, municipality_id AS entity_id FROM schools
  UNION ALL
  SELECT school_id, 'region' AS level, region_id AS entity_id
  FROM schools JOIN municipalities ON municipalities.municipality_id = schools.municipality_id
), asked AS (
  SELECT school_id, year, kind AS dimension, identified, eliminated FROM deficits
  UNION ALL
  SELECT school_id, year, '', bool_or(identified), bool_or(eliminated) FROM deficits GROUP BY school_id, year
), remaining AS (
  SELECT school_id, year, kind AS dimension, identified AND NOT eliminated AS remains FROM deficits
  UNION ALL
  SELECT school_id, year, '', bool_or(identified AND NOT eliminated) FROM deficits GROUP BY school_id, year
), answers AS (
  SELECT 'deficit-schools' AS indicator_id, school_id, year, dimension, remains AS yes FROM remaining
  UNION ALL SELECT 'deficits-identified', school_id, year, dimension, identified FROM asked
  UNION ALL SELECT 'deficits-eliminated', school_id, year, dimension, eliminated FROM asked
), counted AS (
  SELECT indicator_id, a.level, a.entity_id, year, dimension,
    CAST(count(*) FILTER (WHERE yes) AS INTEGER) AS numerator_low,
    CAST(count(*) FILTER (WHERE yes) AS INTEGER) AS numerator_high,
    CAST(count(*) AS INTEGER) AS denominator_low, CAST(count(*) AS INTEGER) AS denominator_high,
    CAST(0 AS INTEGER) AS uncounted
  FROM answers JOIN areas a ON a.school_id = answers.school_id
  GROUP BY indicator_id, a.level, a.entity_id, year, dimension
)
SELECT
  indicator_id, level, entity_id, year, dimension,
  numerator_low, numerator_high, denominator_low, denominator_high, uncounted,
  CASE WHEN denominator_low > 0 THEN CAST(numerator_low AS DOUBLE) / denominator_high END AS value_low,
  CASE WHEN denominator_low > 0 THEN least(1.0, CAST(numerator_high AS DOUBLE) / denominator_low) END AS value_high,
  CASE WHEN denominator_low > 0 THEN NULL ELSE 'no-data' END AS reason
FROM counted
ORDER BY indicator_id, level, entity_id, year, dimension
