-- What the 30 % rule counts, for each of the three units: one school, year and work with the ends of its counts, narrowed
-- by the pooled rows published of the same participants. x_peak of n_peak is the highest share: the failing fill a row
-- first, so participants = least(high, below_high). Of two bounds, of the rows and of the pool, the lower one holds.
WITH counted AS (
  SELECT
    entity_id AS school_id, year, procedure, comparability, subject, grade,
    greatest(participants_low, coalesce(below_threshold_low, 0)) AS n_low,
    participants_high AS n_high,
    coalesce(below_threshold_low, 0) AS x_low,
    least(participants_high, coalesce(below_threshold_high, participants_high)) AS x_high,
    greatest(participants_low, least(participants_high, coalesce(below_threshold_high, participants_high))) AS n_peak
  FROM results
  WHERE level = 'school'
    AND subject IN (SELECT subject FROM parameter_subjects)
    AND procedure IN (SELECT procedure FROM parameter_procedures)
), pools AS (
  SELECT
    entity_id AS school_id, year_to AS year, procedure, comparability, subject, cells,
    participants_low AS n_low, participants_high AS n_high, below_threshold_low AS x_low, below_threshold_high AS x_high,
    least(below_threshold_high, participants_high) AS x_peak,
    greatest(participants_low, least(below_threshold_high, participants_high)) AS n_peak
  FROM pooled_results
  WHERE level = 'school' AND grade = 0 AND year_from = year_to
), subjects AS (
  SELECT school_id, year, procedure, comparability, subject, count(*) AS cells, sum(n_low) AS n_low, sum(n_high) AS n_high,
    sum(x_low) AS x_low, sum(x_high) AS x_high, sum(least(x_high, n_peak)) AS x_peak, sum(n_peak) AS n_peak
  FROM counted
  GROUP BY school_id, year, procedure, comparability, subject
), narrowed AS (
  SELECT s.school_id, s.year, s.procedure, s.comparability, s.subject, s.cells,
    greatest(s.n_low, coalesce(p.n_low, 0)) AS n_low, least(s.n_high, coalesce(p.n_high, s.n_high)) AS n_high,
    greatest(s.x_low, coalesce(p.x_low, 0)) AS x_low, least(s.x_high, coalesce(p.x_high, s.x_high)) AS x_high,
    CASE WHEN p.x_peak * s.n_peak < s.x_peak * p.n_peak THEN p.x_peak ELSE s.x_peak END AS x_peak,
    CASE WHEN p.x_peak * s.n_peak < s.x_peak * p.n_peak THEN p.n_peak ELSE s.n_peak END AS n_peak
  FROM subjects s LEFT JOIN pools p ON p.school_id = s.school_id AND p.year = s.year AND p.procedure = s.procedure
    AND p.comparability = s.comparability AND p.subject = s.subject AND p.cells = s.cells
), procedures AS (
  SELECT school_id, year, procedure, comparability, sum(cells) AS cells, sum(n_low) AS n_low, sum(n_high) AS n_high,
    sum(x_low) AS x_low, sum(x_high) AS x_high, sum(x_peak) AS x_peak, sum(n_peak) AS n_peak
  FROM narrowed
  GROUP BY school_id, year, procedure, comparability
), units AS (
  SELECT 'procedure_subject_grade' AS procedure_unit, school_id, year, procedure, subject, grade, comparability,
    n_low, n_high, x_low, x_high, least(x_high, n_peak) AS x_peak, n_peak
  FROM counted
  UNION ALL
  SELECT 'procedure_subject', school_id, year, procedure, subject, 0, comparability, n_low, n_high, x_low, x_high, x_peak, n_peak
  FROM narrowed
  UNION ALL
  SELECT 'procedure', s.school_id, s.year, s.procedure, '', 0, s.comparability,
    greatest(s.n_low, coalesce(p.n_low, 0)), least(s.n_high, coalesce(p.n_high, s.n_high)),
    greatest(s.x_low, coalesce(p.x_low, 0)), least(s.x_high, coalesce(p.x_high, s.x_high)),
    CASE WHEN p.x_peak * s.n_peak < s.x_peak * p.n_peak THEN p.x_peak ELSE s.x_peak END,
    CASE WHEN p.x_peak * s.n_peak < s.x_peak * p.n_peak THEN p.n_peak ELSE s.n_peak END
  FROM procedures s LEFT JOIN pools p ON p.school_id = s.school_id AND p.year = s.year AND p.procedure = s.procedure
    AND p.comparability = s.comparability AND p.subject = '' AND p.cells = s.cells
)
SELECT
  procedure_unit, school_id, year, procedure, subject, grade, comparability,
  CAST(sum(n_low) AS INTEGER) AS n_low, CAST(sum(n_high) AS INTEGER) AS n_high,
  CAST(sum(x_low) AS INTEGER) AS x_low, CAST(sum(x_high) AS INTEGER) AS x_high,
  CAST(sum(x_peak) AS INTEGER) AS x_peak, CAST(sum(n_peak) AS INTEGER) AS n_peak
FROM units
GROUP BY procedure_unit, school_id, year, procedure, subject, grade, comparability
ORDER BY procedure_unit, school_id, year, procedure, subject, grade, comparability
