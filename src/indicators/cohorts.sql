-- The same children: programme grade g of one year and grade g + d of the year d later, in one comparability group, as far
-- as max_gap_years. The works differ, so only the change against the region's own cohort is a comparison.
WITH points AS MATERIALIZED (
  SELECT
    level, entity_id, year, procedure, subject, grade, comparability,
    participants_low, participants_high, below_threshold_low, below_threshold_high,
    CAST(below_threshold_low AS DOUBLE) / participants_high AS p_low,
    least(1.0, CAST(below_threshold_high AS DOUBLE) / participants_low) AS p_high
  FROM results, parameters
  WHERE participants_low >= min_participants AND below_threshold_low IS NOT NULL
), sessions AS (
  SELECT DISTINCT procedure, subject, grade, comparability, year FROM results WHERE level = 'region'
), pairs AS (
  SELECT s.procedure, s.subject, s.grade, s.comparability, s.year, max(b.year) AS year_before
  FROM sessions s JOIN parameters ON true
    JOIN sessions b ON b.procedure = s.procedure AND b.subject = s.subject AND b.comparability = s.comparability
      AND b.year < s.year AND b.year >= s.year - max_gap_years AND b.grade = s.grade - (s.year - b.year)
  GROUP BY s.procedure, s.subject, s.grade, s.comparability, s.year
), changes AS (
  SELECT
    a.level, a.entity_id, a.procedure, a.subject, a.grade, a.comparability, a.year, b.grade AS grade_before, p.year_before,
    b.participants_low AS participants_before_low, b.participants_high AS participants_before_high,
    b.below_threshold_low AS below_threshold_before_low, b.below_threshold_high AS below_threshold_before_high,
    a.participants_low, a.participants_high, a.below_threshold_low, a.below_threshold_high,
    a.p_low - b.p_high AS formal_low, a.p_high - b.p_low AS formal_high
  FROM points a
    JOIN pairs p ON p.procedure = a.procedure AND p.subject = a.subject AND p.grade = a.grade
      AND p.comparability = a.comparability AND p.year = a.year
    JOIN points b ON b.level = a.level AND b.entity_id = a.entity_id AND b.procedure = a.procedure
      AND b.subject = a.subject AND b.comparability = a.comparability AND b.year = p.year_before
      AND b.grade = a.grade - (a.year - p.year_before)
)
SELECT
  c.level, c.entity_id, c.procedure, c.subject, c.grade, c.comparability, c.year, c.grade_before, c.year_before,
  c.participants_before_low, c.participants_before_high, c.below_threshold_before_low, c.below_threshold_before_high,
  c.participants_low, c.participants_high, c.below_threshold_low, c.below_threshold_high,
  c.formal_low, c.formal_high,
  CASE WHEN c.level <> 'region' THEN c.formal_low - r.formal_high END AS relative_low,
  CASE WHEN c.level <> 'region' THEN c.formal_high - r.formal_low END AS relative_high
FROM changes c
  LEFT JOIN changes r ON r.level = 'region' AND r.procedure = c.procedure AND r.subject = c.subject AND r.grade = c.grade
    AND r.comparability = c.comparability AND r.year = c.year
ORDER BY c.level, c.entity_id, c.procedure, c.subject, c.grade, c.comparability, c.year
