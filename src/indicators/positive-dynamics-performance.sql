-- Share of low-results schools whose academic performance (share of marks 3 to 5 in ВПР) got better, by subject and grade of
-- parameter_performance_grades. Performance is 1 − the share below the threshold, so it rises where that share falls.
-- Denominator and lenses as in positive-dynamics-subject.sql.
WITH areas AS (
  SELECT school_id, 'municipality' AS level, municipality_id AS entity_id FROM schools
  UNION ALL
  SELECT school_id, 'region' AS level, region_id AS entity_id
  FROM schools JOIN municipalities ON municipalities.municipality_id = schools.municipality_id
), transitions AS (
  SELECT DISTINCT subject, grade, comparability, year, year_before FROM dynamics
  WHERE level = 'region' AND procedure = 'vpr' AND grade IN (SELECT grade FROM parameter_performance_grades)
    AND subject IN (SELECT subject FROM parameter_subjects)
), judged AS (
  SELECT t.subject, t.grade, t.year, i.school_id, d.formal_low, d.formal_high, d.verdict
  FROM transitions t
    JOIN identification i ON i.year = t.year_before AND i.state = 'identified'
    JOIN parameters ON parameters.methodology = i.methodology
    LEFT JOIN dynamics d ON d.level = 'school' AND d.entity_id = i.school_id AND d.procedure = 'vpr'
      AND d.grade = t.grade AND d.subject = t.subject AND d.comparability = t.comparability AND d.year = t.year
), lenses AS (
  SELECT *, 'formal' AS lens, formal_high < 0 AS sure, formal_low < 0 AS possible FROM judged
  UNION ALL
  SELECT *, 'confirmed', verdict = 'improved', verdict IN ('improved', 'undetermined') FROM judged
), counted AS (
  SELECT a.level, a.entity_id, year, subject || ' ' || CAST(grade AS VARCHAR) || ' ' || lens AS dimension,
    CAST(count(*) FILTER (WHERE sure) AS INTEGER) AS numerator_low,
    CAST(count(*) FILTER (WHERE possible) AS INTEGER) AS numerator_high,
    CAST(count(formal_low) AS INTEGER) AS denominator_low, CAST(count(formal_low) AS INTEGER) AS denominator_high,
    CAST(count(*) - count(formal_low) AS INTEGER) AS uncounted
  FROM lenses JOIN areas a ON a.school_id = lenses.school_id
  GROUP BY a.level, a.entity_id, year, subject, grade, lens
)
SELECT
  'positive-dynamics-performance' AS indicator_id, level, entity_id, year, dimension,
  numerator_low, numerator_high, denominator_low, denominator_high, uncounted,
  CASE WHEN denominator_low > 0 THEN CAST(numerator_low AS DOUBLE) / denominator_high END AS value_low,
  CASE WHEN denominator_low > 0 THEN least(1.0, CAST(numerator_high AS DOUBLE) / denominator_low) END AS value_high,
  CASE WHEN denominator_low > 0 THEN NULL ELSE 'no-data' END AS reason
FROM counted
ORDER BY level, entity_id, year, dimension
