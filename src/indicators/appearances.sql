-- Schools that have results of a procedure in a year and none in the year before in which it was held, or the reverse.
-- The first year of a procedure has none before it. Explained: the register says that the school opened or closed
-- between the two years.
WITH held AS (
  SELECT procedure, year, lag(year) OVER (PARTITION BY procedure ORDER BY year) AS year_before
  FROM (SELECT DISTINCT procedure, year FROM results WHERE level = 'school') h
), own AS (
  SELECT DISTINCT entity_id AS school_id, procedure, year FROM results WHERE level = 'school'
), pairs AS (
  SELECT s.school_id, h.procedure, h.year, h.year_before, s.opened, s.closed,
    a.school_id IS NOT NULL AS now, b.school_id IS NOT NULL AS earlier
  FROM held h
    JOIN (SELECT DISTINCT school_id, procedure FROM own) o ON o.procedure = h.procedure
    JOIN schools s ON s.school_id = o.school_id
    LEFT JOIN own a ON a.school_id = s.school_id AND a.procedure = h.procedure AND a.year = h.year
    LEFT JOIN own b ON b.school_id = s.school_id AND b.procedure = h.procedure AND b.year = h.year_before
  WHERE h.year_before IS NOT NULL
)
SELECT school_id, procedure, year, year_before, CASE WHEN now THEN 'appears' ELSE 'disappears' END AS event,
  CASE
    WHEN now AND extract(year FROM opened) BETWEEN year_before AND year THEN 'opened'
    WHEN earlier AND extract(year FROM closed) BETWEEN year_before AND year THEN 'closed'
  END AS explained_by
FROM pairs
WHERE now <> earlier
ORDER BY school_id, procedure, year
