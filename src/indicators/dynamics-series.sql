-- Change of the share below the threshold in one series: one school, municipality or region, work and grade, from the last
-- year in the same comparability group that lies at most max_gap_years back. A comparable year is never passed over; a
-- year without one before it has no row. Shares below 0: fewer failed. `region_*` is the region's own change (lens 2).
WITH points AS MATERIALIZED (
  SELECT
    level, entity_id, municipality_id, year, procedure, subject, grade, comparability, protection, score_mean,
    participants_low, participants_high, below_threshold_low, below_threshold_high,
    CAST(below_threshold_low AS DOUBLE) / participants_high AS p_low,
    least(1.0, CAST(below_threshold_high AS DOUBLE) / participants_low) AS p_high,
    CAST(mark_4_low + mark_5_low AS DOUBLE) / participants_high AS q_low,
    least(1.0, CAST(mark_4_high + mark_5_high AS DOUBLE) / participants_low) AS q_high,
    CASE
      WHEN participants_low < min_participants THEN 'few-participants'
      WHEN below_threshold_low IS NULL AND protection = 'suppressed' THEN 'suppressed'
      WHEN below_threshold_low IS NULL THEN 'no-data'
    END AS reason
  FROM results, parameters
), sessions AS (
  SELECT DISTINCT procedure, subject, grade, comparability, year FROM results WHERE level = 'region'
), pairs AS (
  SELECT s.procedure, s.subject, s.grade, s.comparability, s.year, max(b.year) AS year_before
  FROM sessions s JOIN parameters ON true
    JOIN sessions b ON b.procedure = s.procedure AND b.subject = s.subject AND b.grade = s.grade
      AND b.comparability = s.comparability AND b.year < s.year AND b.year >= s.year - max_gap_years
  GROUP BY s.procedure, s.subject, s.grade, s.comparability, s.year
), region AS (
  SELECT p.procedure, p.subject, p.grade, p.comparability, p.year,
    CASE WHEN a.reason IS NULL AND b.reason IS NULL THEN a.p_low - b.p_high END AS shift_low,
    CASE WHEN a.reason IS NULL AND b.reason IS NULL THEN a.p_high - b.p_low END AS shift_high
  FROM pairs p
    JOIN points a ON a.level = 'region' AND a.procedure = p.procedure AND a.subject = p.subject AND a.grade = p.grade
      AND a.comparability = p.comparability AND a.year = p.year
    JOIN points b ON b.level = 'region' AND b.procedure = p.procedure AND b.subject = p.subject AND b.grade = p.grade
      AND b.comparability = p.comparability AND b.year = p.year_before
), changes AS (
  SELECT
    a.level, a.entity_id, a.municipality_id, a.procedure, a.subject, a.grade, a.comparability, a.year, p.year_before,
    b.participants_low AS participants_before_low, b.participants_high AS participants_before_high,
    b.below_threshold_low AS below_threshold_before_low, b.below_threshold_high AS below_threshold_before_high,
    a.participants_low, a.participants_high, a.below_threshold_low, a.below_threshold_high,
    a.p_low - b.p_high AS formal_low, a.p_high - b.p_low AS formal_high, r.shift_low, r.shift_high,
    a.q_low - b.q_high AS quality_low, a.q_high - b.q_low AS quality_high,
    CAST(a.score_mean - b.score_mean AS DOUBLE) AS mean_change,
    CASE WHEN b.year IS NULL THEN 'no-data' ELSE coalesce(a.reason, b.reason) END AS reason
  FROM points a
    JOIN pairs p ON p.procedure = a.procedure AND p.subject = a.subject AND p.grade = a.grade
      AND p.comparability = a.comparability AND p.year = a.year
    JOIN region r ON r.procedure = a.procedure AND r.subject = a.subject AND r.grade = a.grade
      AND r.comparability = a.comparability AND r.year = a.year
    LEFT JOIN points b ON b.level = a.level AND b.entity_id = a.entity_id AND b.procedure = a.procedure
      AND b.subject = a.subject AND b.grade = a.grade AND b.comparability = a.comparability AND b.year = p.year_before
)
SELECT
  level, entity_id, municipality_id, procedure, subject, grade, comparability, year, year_before,
  CAST(year - year_before AS INTEGER) AS gap_years,
  participants_before_low, participants_before_high, below_threshold_before_low, below_threshold_before_high,
  participants_low, participants_high, below_threshold_low, below_threshold_high,
  CASE WHEN reason IS NULL THEN formal_low END AS formal_low,
  CASE WHEN reason IS NULL THEN formal_high END AS formal_high,
  CASE WHEN reason IS NULL THEN shift_low END AS region_low,
  CASE WHEN reason IS NULL THEN shift_high END AS region_high,
  CASE WHEN reason IS NULL AND level <> 'region' THEN formal_low - shift_high END AS relative_low,
  CASE WHEN reason IS NULL AND level <> 'region' THEN formal_high - shift_low END AS relative_high,
  CASE WHEN reason IS NULL THEN quality_low END AS quality_low,
  CASE WHEN reason IS NULL THEN quality_high END AS quality_high,
  CASE WHEN reason IS NULL THEN mean_change END AS mean_change,
  CASE
    WHEN reason IS NOT NULL THEN NULL
    WHEN formal_low >= sharp_worsening - 1e-12 THEN 'met'
    WHEN formal_high >= sharp_worsening - 1e-12 THEN 'undetermined'
    ELSE 'not-met'
  END AS sharp_worsening,
  reason
FROM changes, parameters
ORDER BY level, entity_id, procedure, subject, grade, comparability, year
