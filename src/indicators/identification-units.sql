-- Units of the 30 % rule: one school, year and work. A unit is low when participants ≥ unit_min_participants and the share
-- below the threshold ≥ threshold. Counts may be ranges: "met" is low for every whole number inside them, "not-met" for
-- none. The highest share of a range lets the failing fill the row first: participants = least(high, below_high).
WITH counted AS (
  SELECT
    entity_id AS school_id, year, procedure, comparability,
    CASE WHEN procedure_unit = 'procedure' THEN '' ELSE subject END AS subject,
    CASE WHEN procedure_unit = 'procedure_subject_grade' THEN grade ELSE 0 END AS grade,
    greatest(participants_low, coalesce(below_threshold_low, 0)) AS n_low,
    participants_high AS n_high,
    coalesce(below_threshold_low, 0) AS x_low,
    coalesce(below_threshold_high, participants_high) AS x_high,
    greatest(participants_low, least(participants_high, coalesce(below_threshold_high, participants_high))) AS n_peak
  FROM results, parameters
  WHERE level = 'school'
    AND subject IN (SELECT subject FROM parameter_subjects)
    AND procedure IN (SELECT procedure FROM parameter_procedures)
), units AS (
  SELECT
    school_id, year, procedure, subject, grade, comparability,
    CAST(sum(n_low) AS INTEGER) AS participants_low,
    CAST(sum(n_high) AS INTEGER) AS participants_high,
    CAST(sum(x_low) AS INTEGER) AS below_threshold_low,
    CAST(sum(least(x_high, n_high)) AS INTEGER) AS below_threshold_high,
    CAST(sum(least(x_high, n_peak)) AS DOUBLE) AS x_peak,
    CAST(sum(n_peak) AS INTEGER) AS n_peak
  FROM counted
  GROUP BY school_id, year, procedure, subject, grade, comparability
), rated AS (
  SELECT
    *,
    CAST(below_threshold_low AS DOUBLE) / participants_high AS least_share,
    x_peak / greatest(n_peak, unit_min_participants) AS greatest_share
  FROM units, parameters
)
SELECT
  methodology, school_id, year, procedure, subject, grade, comparability,
  participants_low, participants_high, below_threshold_low, below_threshold_high,
  CASE WHEN participants_low >= unit_min_participants THEN least_share END AS share_low,
  CASE WHEN participants_low >= unit_min_participants THEN greatest_share END AS share_high,
  CASE
    WHEN participants_high < unit_min_participants THEN 'insufficient-data'
    WHEN participants_low >= unit_min_participants AND least_share >= threshold THEN 'met'
    WHEN greatest_share >= threshold THEN 'undetermined'
    ELSE 'not-met'
  END AS state,
  CASE
    WHEN participants_high < unit_min_participants THEN 'insufficient-data'
    WHEN participants_low >= unit_min_participants AND least_share >= group_threshold THEN 'met'
    WHEN greatest_share >= group_threshold THEN 'undetermined'
    ELSE 'not-met'
  END AS group_state
FROM rated
ORDER BY school_id, year, procedure, subject, grade, comparability
