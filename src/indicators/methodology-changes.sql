-- Who enters and who leaves when another methodology is used instead of the one in force. Equal states have no row.
WITH pairs AS (
  SELECT
    p.methodology AS methodology_from, o.methodology AS methodology_to, k.school_id, k.year,
    a.state AS state_from, b.state AS state_to
  FROM parameters p
    JOIN (SELECT DISTINCT methodology FROM identification) o ON o.methodology <> p.methodology
    JOIN (SELECT DISTINCT school_id, year FROM identification) k ON true
    LEFT JOIN identification a ON a.methodology = p.methodology AND a.school_id = k.school_id AND a.year = k.year
    LEFT JOIN identification b ON b.methodology = o.methodology AND b.school_id = k.school_id AND b.year = k.year
)
SELECT
  methodology_from, methodology_to, school_id, year, state_from, state_to,
  CASE
    WHEN state_to = 'identified' THEN 'enters'
    WHEN state_from = 'identified' AND state_to = 'not-identified' THEN 'leaves'
    ELSE 'unclear'
  END AS change
FROM pairs
WHERE state_from IS DISTINCT FROM state_to
ORDER BY methodology_from, methodology_to, school_id, year
