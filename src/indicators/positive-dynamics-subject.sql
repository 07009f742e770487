-- Share of low-results schools whose results in a subject got better. Denominator: schools identified in the year before
-- that have the subject in both years, all grades pooled; those without are `uncounted`. "formal": the share below the
-- threshold fell. "confirmed": it fell by more than the region's, beyond chance and beyond regression to the mean.
WITH areas AS (
  SELECT school_id, 'municipality' AS level, municipality_id AS entity_id FROM schools
  UNION ALL
  SELECT school_id, 'region' AS level, region_id AS entity_id
  FROM schools JOIN municipalities ON municipalities.municipality_id = schools.municipality_id
), transitions AS (
  SELECT DISTINCT procedure, subject, comparability, year, year_before FROM dynamics
  WHERE level = 'region' AND grade = 0 AND subject IN (SELECT subject FROM parameter_subjects)
), judged AS (
  SELECT t.procedure, t.subject, t.year, i.school_id, d.formal_low, d.formal_high, d.verdict
  FROM transitions t
    JOIN identification i ON i.year = t.year_before AND i.state = 'identified'
    JOIN parameters ON parameters.methodology = i.methodology
    LEFT JOIN dynamics d ON d.level = 'school' AND d.entity_id = i.school_id AND d.grade = 0
      AND d.procedure = t.procedure AND d.subject = t.subject AND d.comparability = t.comparability
      AND d.year = t.year AND d.year_before = t.year_before
), lenses AS (
  SELECT *, 'formal' AS lens, formal_high < 0 AS sure, formal_low < 0 AS possible FROM judged
  UNION ALL
  SELECT *, 'confirmed', verdict = 'improved', verdict IN ('improved', 'undetermined') FROM judged
), counted AS (
  SELECT a.level, a.entity_id, year, procedure || ' ' || subject || ' ' || lens AS dimension,
    CAST(count(*) FILTER (WHERE sure) AS INTEGER) AS numerator_low,
    CAST(count(*) FILTER (WHERE possible) AS INTEGER) AS numerator_high,
    CAST(count(formal_low) AS INTEGER) AS denominator_low, CAST(count(formal_low) AS INTEGER) AS denominator_high,
    CAST(count(*) - count(formal_low) AS INTEGER) AS uncounted
  FROM lenses JOIN areas a ON a.school_id = lenses.school_id
  GROUP BY a.level, a.entity_id, year, procedure, subject, lens
)
SELECT
  'positive-dynamics-subject' AS indicator_id, level, entity_id, year, dimension,
  numerator_low, numerator_high, denominator_low, denominator_high, uncounted,
  CASE WHEN denominator_low > 0 THEN CAST(numerator_low AS DOUBLE) / denominator_high END AS value_low,
  CASE WHEN denominator_low > 0 THEN least(1.0, CAST(numerator_high AS DOUBLE) / denominator_low) END AS value_high,
  CASE WHEN denominator_low > 0 THEN NULL ELSE 'no-data' END AS reason
FROM counted
ORDER BY level, entity_id, year, dimension
