-- Share of low-results schools whose results got better. positive-dynamics-subject: in a subject, all grades pooled (grade 0
-- of `dynamics`). positive-dynamics-performance: in a subject and grade of parameter_performance_grades of ВПР; academic
-- performance is 1 − the share below the threshold, so it rises where that share falls. Denominator: schools identified in
-- the year before that have the series in both years; those without are `uncounted`. "formal": the share fell. "confirmed":
-- it fell by more than the region's, beyond chance and beyond regression to the mean.
WITH areas AS (
  SELECT school_id, 'municipality' AS level, municipality_id AS entity_id FROM schools
  UNION ALL
  SELECT school_id, 'region' AS level, region_id AS entity_id
  FROM schools JOIN municipalities ON municipalities.municipality_id = schools.municipality_id
), transitions AS (
  SELECT DISTINCT CASE WHEN grade = 0 THEN 'positive-dynamics-subject' ELSE 'positive-dynamics-performance' END AS indicator_id,
    procedure, subject, grade, comparability, year, year_before
  FROM dynamics
  WHERE level = 'region' AND subject IN (SELECT subject FROM parameter_subjects)
    AND (grade = 0 OR (procedure = 'vpr' AND grade IN (SELECT grade FROM parameter_performance_grades)))
), judged AS (
  SELECT t.indicator_id, t.year, i.school_id,
    CASE WHEN t.grade = 0 THEN t.procedure || ' ' || t.subject ELSE t.subject || ' ' || CAST(t.grade AS VARCHAR) END AS series,
    d.formal_low, d.formal_high, d.verdict
  FROM transitions t
    JOIN identification i ON i.year = t.year_before AND i.state = 'identified'
    JOIN parameters ON parameters.methodology = i.methodology
    LEFT JOIN dynamics d ON d.level = 'school' AND d.entity_id = i.school_id AND d.grade = t.grade
      AND d.procedure = t.procedure AND d.subject = t.subject AND d.comparability = t.comparability
      AND d.year = t.year AND d.year_before = t.year_before
), lenses AS (
  SELECT *, 'formal' AS lens, formal_high < 0 AS sure, formal_low < 0 AS possible FROM judged
  UNION ALL
  SELECT *, 'confirmed', verdict = 'improved', verdict IN ('improved', 'undetermined') FROM judged
), counted AS (
  SELECT indicator_id, a.level, a.entity_id, year, series || ' ' || lens AS dimension,
    CAST(count(*) FILTER (WHERE sure) AS INTEGER) AS numerator_low,
    CAST(count(*) FILTER (WHERE possible) AS INTEGER) AS numerator_high,
    CAST(count(formal_low) AS INTEGER) AS denominator_low, CAST(count(formal_low) AS INTEGER) AS denominator_high,
    CAST(count(*) - count(formal_low) AS INTEGER) AS uncounted
  FROM lenses JOIN areas a ON a.school_id = lenses.school_id
  GROUP BY indicator_id, a.level, a.entity_id, year, series, lens
)
SELECT
  indicator_id, level, entity_id, year, dimension,
  numerator_low, numerator_high, denominator_low, denominator_high, uncounted,
  CASE WHEN denominator_low > 0 THEN CAST(numerator_low AS DOUBLE) / denominator_high END AS value_low,
  CASE WHEN denominator_low > 0 THEN least(1.0, CAST(numerator_high AS DOUBLE) / denominator_low) END AS value_high,
  CASE WHEN denominator_low > 0 THEN NULL ELSE 'no-data' END AS reason
FROM counted
ORDER BY indicator_id, level, entity_id, year, dimension
