-- Units of the 30 % rule: one school, year and work of unit-rows.sql. A unit is low when participants ≥
-- unit_min_participants and the share below the threshold ≥ threshold. Counts may be ranges: "met" is low for every whole
-- number inside them, "not-met" for none.
WITH rated AS (
  SELECT
    u.school_id, u.year, u.procedure, u.subject, u.grade, u.comparability,
    n_low AS participants_low, n_high AS participants_high, x_low AS below_threshold_low, x_high AS below_threshold_high,
    CAST(x_low AS DOUBLE) / n_high AS least_share,
    CAST(x_peak AS DOUBLE) / greatest(n_peak, unit_min_participants) AS greatest_share,
    threshold, group_threshold, unit_min_participants, methodology
  FROM unit_rows u, parameters
  WHERE u.procedure_unit = (SELECT procedure_unit FROM parameters)
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
