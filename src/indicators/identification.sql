-- Low-results schools. Rule set "units": min_units_same_year low units in the year (two-procedures), or one unit low in
-- each of consecutive_years calendar years (two-years). Rule set "pooled": one low procedure (pooled). The rule is
-- monotone in the units, so it holds for every table the ranges allow when it holds with every doubtful unit not low,
-- and for none when it fails with every doubtful unit low.
WITH units AS MATERIALIZED (
  SELECT
    u.*,
    CASE WHEN state = 'met' THEN 1 ELSE 0 END AS low,
    CASE WHEN state IN ('met', 'undetermined') THEN 1 ELSE 0 END AS maybe
  FROM identification_units u JOIN parameters ON parameters.methodology = u.methodology
), runs AS MATERIALIZED (
  SELECT a.school_id, a.year, a.procedure, a.subject, a.grade, a.comparability,
    CAST(sum(b.low) AS INTEGER) AS low_years, CAST(sum(b.maybe) AS INTEGER) AS maybe_years
  FROM units a, units b, parameters
  WHERE a.maybe = 1 AND b.school_id = a.school_id AND b.procedure = a.procedure AND b.subject = a.subject
    AND b.grade = a.grade AND b.comparability = a.comparability
    AND b.year > a.year - consecutive_years AND b.year <= a.year
  GROUP BY a.school_id, a.year, a.procedure, a.subject, a.grade, a.comparability
), sessions AS MATERIALIZED (
  SELECT DISTINCT procedure, subject, grade, comparability, year FROM units
), broken AS (
  -- The years behind a possibly low unit in which nobody had a comparable session.
  SELECT DISTINCT a.school_id, a.year, a.procedure || ':' || CASE
      WHEN a.year - lag.years < (SELECT min(year) FROM sessions) THEN 'no-data'
      WHEN EXISTS (SELECT 1 FROM sessions o WHERE o.procedure = a.procedure AND o.subject = a.subject
        AND o.grade = a.grade AND o.year = a.year - lag.years) THEN 'break-in-series'
      ELSE 'not-held'
    END AS code
  FROM runs a JOIN (VALUES (1), (2), (3), (4)) AS lag(years) ON true
    JOIN parameters ON lag.years < consecutive_years
    LEFT JOIN sessions s ON s.procedure = a.procedure AND s.subject = a.subject AND s.grade = a.grade
      AND s.comparability = a.comparability AND s.year = a.year - lag.years
  WHERE s.year IS NULL
), breaks AS (
  SELECT school_id, year, string_agg(code, ' ' ORDER BY code) AS breaks FROM broken GROUP BY school_id, year
), counted AS (
  SELECT u.school_id, u.year,
    CAST(sum(u.low) AS INTEGER) AS low_units_low,
    CAST(sum(u.maybe) AS INTEGER) AS low_units_high,
    coalesce(max(r.low_years), 0) AS low_years,
    coalesce(max(r.maybe_years), 0) AS maybe_years,
    max(CASE WHEN u.participants_low >= unit_min_participants THEN 1 ELSE 0 END) AS enough,
    max(CASE WHEN u.participants_high >= unit_min_participants THEN 1 ELSE 0 END) AS maybe_enough
  FROM units u JOIN parameters ON true
    LEFT JOIN runs r ON r.school_id = u.school_id AND r.year = u.year AND r.procedure = u.procedure
      AND r.subject = u.subject AND r.grade = u.grade AND r.comparability = u.comparability
  GROUP BY u.school_id, u.year
), ruled AS (
  SELECT c.*, rule_set = 'pooled' AS pooled,
    low_units_low >= min_units_same_year AS same_year,
    low_units_high >= min_units_same_year AS maybe_same_year,
    rule_set = 'units' AND consecutive_years > 1 AND low_years >= consecutive_years AS in_run,
    rule_set = 'units' AND consecutive_years > 1 AND maybe_years >= consecutive_years AS maybe_in_run,
    parameters.methodology
  FROM counted c, parameters
)
SELECT
  methodology, r.school_id, r.year,
  CASE
    WHEN same_year OR in_run THEN 'identified'
    WHEN maybe_same_year OR maybe_in_run THEN 'undetermined'
    WHEN enough = 1 THEN 'not-identified'
    WHEN maybe_enough = 1 THEN 'undetermined'
    ELSE 'insufficient-data'
  END AS state,
  concat_ws(' ', CASE WHEN same_year THEN CASE WHEN pooled THEN 'pooled' ELSE 'two-procedures' END END,
    CASE WHEN in_run THEN 'two-years' END) AS reasons,
  concat_ws(' ', CASE WHEN maybe_same_year AND NOT same_year THEN CASE WHEN pooled THEN 'pooled' ELSE 'two-procedures' END END,
    CASE WHEN maybe_in_run AND NOT in_run THEN 'two-years' END) AS possible_reasons,
  low_units_low, low_units_high,
  CASE WHEN pooled THEN '' ELSE coalesce(breaks, '') END AS breaks
FROM ruled r LEFT JOIN breaks b ON b.school_id = r.school_id AND b.year = r.year
ORDER BY methodology, r.school_id, r.year
