-- Index of social well-being per school and year: as supplied, or, where the methodology has a composition, 100 × the
-- weighted mean of the shares of its components, Σ w·s / Σ w, s turned so that more is better. Counts of pupils are
-- protected, so a share and the index may be ranges. Every component is needed: without one the reason says why.
WITH parts AS (
  SELECT indicator_id, weight, higher_better FROM parameter_wellbeing WHERE indicator_id IS NOT NULL
), composed AS (
  SELECT count(*) AS components, sum(weight ORDER BY indicator_id) AS weights FROM parts
), shares AS (
  SELECT o.entity_id AS school_id, o.year, p.indicator_id, p.weight, p.higher_better, o.protection,
    CASE WHEN o.protection = 'few-participants' OR o.denominator_low <= 0 THEN NULL
      ELSE least(1.0, CAST(o.numerator_low AS DOUBLE) / o.denominator_high) END AS low,
    CASE WHEN o.protection = 'few-participants' OR o.denominator_low <= 0 THEN NULL
      ELSE least(1.0, CAST(o.numerator_high AS DOUBLE) / o.denominator_low) END AS high
  FROM observations o JOIN parts p ON p.indicator_id = o.indicator_id
  WHERE o.entity_level = 'school' AND o.dimension = ''
), schools_years AS (
  SELECT s.school_id, y.year FROM schools s, (SELECT DISTINCT year FROM shares) y
  WHERE (s.opened IS NULL OR extract(year FROM s.opened) <= y.year)
    AND (s.closed IS NULL OR extract(year FROM s.closed) >= y.year)
), summed AS (
  SELECT c.school_id, c.year, CAST(count(s.low) AS INTEGER) AS known,
    max(CASE WHEN s.protection = 'few-participants' THEN 1 ELSE 0 END) AS few,
    sum(s.weight * CASE WHEN s.higher_better THEN s.low ELSE 1 - s.high END ORDER BY s.indicator_id) AS low,
    sum(s.weight * CASE WHEN s.higher_better THEN s.high ELSE 1 - s.low END ORDER BY s.indicator_id) AS high
  FROM schools_years c LEFT JOIN shares s ON s.school_id = c.school_id AND s.year = c.year
  GROUP BY c.school_id, c.year
)
SELECT school_id, year,
  CASE WHEN known = components THEN round(100 * low / weights, 3) END AS value_low,
  CASE WHEN known = components THEN round(100 * high / weights, 3) END AS value_high,
  CAST(components AS INTEGER) AS components, known AS components_known,
  CASE WHEN known = components THEN NULL WHEN few = 1 THEN 'few-participants' ELSE 'no-data' END AS reason
FROM summed, composed
UNION ALL
SELECT school_id, year, CAST(value AS DOUBLE), CAST(value AS DOUBLE), 0, 0, NULL
FROM social_index, composed WHERE components = 0
ORDER BY school_id, year
