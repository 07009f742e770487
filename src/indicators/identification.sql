-- Low-results schools. Rule set "units": min_units_same_year low units in the year (two-procedures), or one unit low in
-- each of consecutive_years calendar years (two-years). Rule set "pooled": one low procedure (pooled). The rule is
-- monotone in the units, so it holds for every table the ranges allow when it holds with every doubtful unit not low,
-- and for none when it fails with every doubtful unit low.
WITH units AS (
  SELECT school_id, year, procedure, subject, grade, comparability, state,
    participants_low >= unit_min_participants AS enough, participants_high >= unit_min_participants AS maybe_enough
  FROM identification_units u, parameters
  WHERE u.methodology = (SELECT methodology FROM parameters)
), runs AS MATERIALIZED (
  -- Of a unit that is or may be low: in how many of the years that the rule looks at it was so. A unit has a row a year.
  SELECT school_id, year, procedure, subject, grade, comparability,
    CASE WHEN state = 'met' THEN 1 ELSE 0 END AS low,
    sum(CASE WHEN state = 'met' THEN 1 ELSE 0 END) OVER run AS low_years, count(*) OVER run AS maybe_years
  FROM units
  WHERE state IN ('met', 'undetermined')
  WINDOW run AS (
    PARTITION BY school_id, procedure, subject, grade, comparability
    ORDER BY year RANGE BETWEEN (SELECT consecutive_years - 1 FROM parameters) PRECEDING AND CURRENT ROW
  )
), works AS (
  SELECT DISTINCT procedure, subject, grade, comparability, year FROM runs
), sessions AS MATERIALIZED (
  SELECT DISTINCT procedure, subject, grade, comparability, year FROM units
), broken AS MATERIALIZED (
  -- The years behind a work in which nobody had a comparable session.
  SELECT a.procedure, a.subject, a.grade, a.comparability, a.year, a.procedure || ':' || CASE
      WHEN a.year - lag.years < (SELECT min(year) FROM sessions) THEN 'no-data'
      WHEN EXISTS (SELECT 1 FROM sessions o WHERE o.procedure = a.procedure AND o.subject = a.subject
        AND o.grade = a.grade AND o.year = a.year - lag.years) THEN 'break-in-series'
      ELSE 'not-held'
    END AS code
  FROM works a JOIN (VALUES (1), (2), (3), (4)) AS lag(years) ON true
    JOIN parameters ON lag.years < consecutive_years
    LEFT JOIN sessions s ON s.procedure = a.procedure AND s.subject = a.subject AND s.grade = a.grade
      AND s.comparability = a.comparability AND s.year = a.year - lag.years
  WHERE s.year IS NULL
), breaks AS (
  SELECT school_id, year, string_agg(code, ' ' ORDER BY code) AS breaks
  FROM (
    SELECT DISTINCT r.school_id, r.year, b.code
    FROM runs r JOIN broken b ON b.procedure = r.procedure AND b.subject = r.subject AND b.grade = r.grade
      AND b.comparability = r.comparability AND b.year = r.year
  )
  GROUP BY school_id, year
), low AS (
  SELECT school_id, year, CAST(sum(low) AS INTEGER) AS low_units_low, CAST(count(*) AS INTEGER) AS low_units_high,
    max(low_years) AS low_years, max(maybe_years) AS maybe_years
  FROM runs
  GROUP BY school_id, year
), schools_seen AS (
  SELECT school_id, year, bool_or(enough) AS enough, bool_or(maybe_enough) AS maybe_enough
  FROM units
  GROUP BY school_id, year
), ruled AS (
  SELECT c.school_id, c.year, enough, maybe_enough,
    coalesce(low_units_low, 0) AS low_units_low, coalesce(low_units_high, 0) AS low_units_high,
    rule_set = 'pooled' AS pooled,
    coalesce(low_units_low, 0) >= min_units_same_year AS same_year,
    coalesce(low_units_high, 0) >= min_units_same_year AS maybe_same_year,
    rule_set = 'units' AND consecutive_years > 1 AND coalesce(low_years, 0) >= consecutive_years AS in_run,
    rule_set = 'units' AND consecutive_years > 1 AND coalesce(maybe_years, 0) >= consecutive_years AS maybe_in_run,
    methodology
  FROM schools_seen c JOIN parameters ON true LEFT JOIN low l ON l.school_id = c.school_id AND l.year = c.year
)
SELECT
  methodology, r.school_id, r.year,
  CASE
    WHEN same_year OR in_run THEN 'identified'
    WHEN maybe_same_year OR maybe_in_run THEN 'undetermined'
    WHEN enough THEN 'not-identified'
    WHEN maybe_enough THEN 'undetermined'
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
