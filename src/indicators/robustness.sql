-- In how many settings of the grid (threshold × unit × minimum of participants) a school would be identified: the rules
-- of identification.sql, once per setting. `identified_low` counts the settings that hold for every table the ranges
-- allow, `identified_high` those that hold for some.
WITH low AS (
  SELECT
    g.threshold, g.procedure_unit, g.unit_min_participants, school_id, year, procedure, comparability, subject, grade,
    CASE WHEN n_low >= g.unit_min_participants AND CAST(x_low AS DOUBLE) / n_high >= g.threshold THEN 1 ELSE 0 END AS low
  FROM unit_rows u JOIN parameter_grid g ON g.procedure_unit = u.procedure_unit
  WHERE n_high >= g.unit_min_participants AND CAST(x_peak AS DOUBLE) / greatest(n_peak, g.unit_min_participants) >= g.threshold
), runs AS (
  SELECT threshold, procedure_unit, unit_min_participants, school_id, year, low,
    sum(low) OVER run AS low_years, count(*) OVER run AS maybe_years
  FROM low
  WINDOW run AS (
    PARTITION BY threshold, procedure_unit, unit_min_participants, school_id, procedure, comparability, subject, grade
    ORDER BY year RANGE BETWEEN (SELECT consecutive_years - 1 FROM parameters) PRECEDING AND CURRENT ROW
  )
), settings AS (
  SELECT school_id, year, threshold, procedure_unit, unit_min_participants,
    sum(low) AS low_units, count(*) AS maybe_units, max(low_years) AS low_years, max(maybe_years) AS maybe_years
  FROM runs GROUP BY 1, 2, 3, 4, 5
), ruled AS (
  SELECT school_id, year,
    low_units >= min_units_same_year
      OR (rule_set = 'units' AND consecutive_years > 1 AND low_years >= consecutive_years) AS sure,
    maybe_units >= min_units_same_year
      OR (rule_set = 'units' AND consecutive_years > 1 AND maybe_years >= consecutive_years) AS possible
  FROM settings, parameters
)
SELECT
  methodology, c.school_id, c.year,
  CAST(count(*) FILTER (WHERE sure) AS INTEGER) AS identified_low,
  CAST(count(*) FILTER (WHERE possible) AS INTEGER) AS identified_high,
  CAST((SELECT count(*) FROM parameter_grid) AS INTEGER) AS settings
FROM (SELECT DISTINCT school_id, year FROM unit_rows) c
  JOIN parameters ON true
  LEFT JOIN ruled r ON r.school_id = c.school_id AND r.year = c.year
GROUP BY methodology, c.school_id, c.year
ORDER BY methodology, c.school_id, c.year
