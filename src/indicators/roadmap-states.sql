-- The state of every activity of the road maps on the day of the view parameter_as_of. No order has a column of results:
-- what is past and has no result recorded is overdue. Observations are compared with the region's own road maps and with
-- the orders that its source set names, never with another region's.
WITH days AS (
  SELECT d.roadmap_id, d.item,
    min(CASE WHEN d.due >= p.as_of THEN d.due END) AS next_due,
    min(CASE WHEN d.due >= p.as_of THEN d.opens END) AS next_opens,
    CAST(count(CASE WHEN d.due < p.as_of THEN 1 END) AS INTEGER) AS fallen_due, count(*) AS times
  FROM roadmap_dates d CROSS JOIN parameter_as_of p GROUP BY d.roadmap_id, d.item
), observed AS (
  SELECT m.indicator_id, m.year, m.numerator_low, m.value_low,
    row_number() OVER (PARTITION BY m.indicator_id ORDER BY m.year DESC) AS age
  FROM monitoring m CROSS JOIN parameter_as_of p
  WHERE m.level = 'region' AND m.dimension = '' AND m.year <= year(p.as_of) AND m.numerator_low IS NOT NULL
), measured AS (
  SELECT r.roadmap_id, r.item, o.year AS actual_year,
    CASE WHEN r.target_unit = '%' THEN 100 * o.value_low ELSE o.numerator_low END AS actual,
    CASE WHEN r.target_unit = '%' THEN 100 * o.value_low ELSE o.numerator_low END >= r.target AS reached
  FROM roadmaps r JOIN roadmap_sources s ON s.roadmap_id = r.roadmap_id
    JOIN observed o ON o.indicator_id = r.indicator_id AND o.age = 1
  WHERE s.origin <> 'order' AND r.target IS NOT NULL AND o.year >= year(coalesce(r.starts, s.starts))
)
SELECT r.roadmap_id, r.item, p.as_of,
  CASE
    WHEN r.done_on <= p.as_of OR coalesce(m.reached, false) THEN 'done'
    WHEN d.times IS NULL THEN 'no-date'
    WHEN d.next_due IS NULL THEN 'overdue'
    WHEN d.fallen_due = 0 AND d.next_opens > p.as_of THEN 'upcoming'
    WHEN d.times > 1 THEN 'recurring'
    ELSE 'due'
  END AS state,
  d.next_opens, d.next_due, coalesce(d.fallen_due, 0) AS fallen_due, m.actual, m.actual_year, m.reached
FROM roadmaps r CROSS JOIN parameter_as_of p
  LEFT JOIN days d ON d.roadmap_id = r.roadmap_id AND d.item = r.item
  LEFT JOIN measured m ON m.roadmap_id = r.roadmap_id AND m.item = r.item
ORDER BY r.roadmap_id, r.item
