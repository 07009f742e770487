-- How many schools of a municipality have results, by procedure and year. Expected: schools open in the year that have
-- the procedure in any year of the release; one without results may have had nobody in the grade. A work is shown when
-- its share is published: neither withheld nor hidden.
WITH own AS (
  SELECT r.entity_id AS school_id, s.municipality_id, r.procedure, r.year, count(*) AS works,
    count(*) FILTER (WHERE r.participants_low >= min_participants AND r.below_threshold_low IS NOT NULL) AS shown
  FROM results r JOIN parameters ON true JOIN schools s ON s.school_id = r.entity_id
  WHERE r.level = 'school'
  GROUP BY r.entity_id, s.municipality_id, r.procedure, r.year
), held AS (
  SELECT DISTINCT procedure, year FROM own
), expected AS (
  SELECT s.school_id, s.municipality_id, h.procedure, h.year
  FROM schools s
    JOIN (SELECT DISTINCT school_id, procedure FROM own) o ON o.school_id = s.school_id
    JOIN held h ON h.procedure = o.procedure
  WHERE (s.opened IS NULL OR extract(year FROM s.opened) <= h.year)
    AND (s.closed IS NULL OR extract(year FROM s.closed) >= h.year)
  UNION
  SELECT school_id, municipality_id, procedure, year FROM own
)
SELECT e.municipality_id, e.procedure, e.year,
  CAST(count(*) AS INTEGER) AS schools_expected, CAST(count(o.school_id) AS INTEGER) AS schools,
  CAST(coalesce(sum(o.works), 0) AS INTEGER) AS works, CAST(coalesce(sum(o.shown), 0) AS INTEGER) AS works_shown
FROM expected e
  LEFT JOIN own o ON o.school_id = e.school_id AND o.procedure = e.procedure AND o.year = e.year
GROUP BY e.municipality_id, e.procedure, e.year
ORDER BY e.municipality_id, e.procedure, e.year
