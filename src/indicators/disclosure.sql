-- What disclosure control left of the results of schools, by year, locality and size of the school: how many results are
-- hidden as a whole or told as a range, how many schools have none with enough participants, and how many of these still
-- speak through rows taken together (pooled_results).
WITH sized AS (
  SELECT school_id, coalesce(locality, '') AS locality,
    CASE WHEN pupils IS NULL THEN '' WHEN pupils < 100 THEN 'under-100' WHEN pupils < 500 THEN '100-499' ELSE '500-and-more' END AS size_class
  FROM schools
), cells AS (
  SELECT entity_id AS school_id, year,
    CASE WHEN participants_low < min_participants THEN 1 ELSE 0 END AS few,
    CASE WHEN participants_low >= min_participants AND (participants_low < participants_high
      OR below_threshold_low IS NULL OR below_threshold_low < below_threshold_high
      OR coalesce(mark_5_low < mark_5_high, false)) THEN 1 ELSE 0 END AS ranged
  FROM results, parameters WHERE level = 'school'
), pools AS (
  SELECT DISTINCT entity_id AS school_id, year_to AS year FROM pooled_results WHERE level = 'school'
), by_school AS (
  SELECT c.school_id, c.year, count(*) AS cells, sum(few) AS few, sum(ranged) AS ranged, count(*) = sum(few) AS silent,
    max(CASE WHEN p.school_id IS NULL THEN 0 ELSE 1 END) = 1 AS pooled
  FROM cells c LEFT JOIN pools p ON p.school_id = c.school_id AND p.year = c.year
  GROUP BY c.school_id, c.year
)
SELECT b.year, s.locality, s.size_class,
  CAST(count(*) AS INTEGER) AS schools,
  CAST(sum(CASE WHEN silent THEN 1 ELSE 0 END) AS INTEGER) AS silent_alone,
  CAST(sum(CASE WHEN silent AND NOT pooled THEN 1 ELSE 0 END) AS INTEGER) AS silent,
  CAST(sum(cells) AS INTEGER) AS cells,
  CAST(sum(few) AS INTEGER) AS few_cells,
  CAST(sum(ranged) AS INTEGER) AS ranged_cells
FROM by_school b JOIN sized s ON s.school_id = b.school_id
GROUP BY b.year, s.locality, s.size_class
ORDER BY b.year, s.locality, s.size_class
