-- Schools in adverse social conditions: a resource deficit was identified in the year, and the index of social well-being
-- lies in the region's lowest quartile. In the quartile: rank from the lowest ≤ wellbeing_quartile × number of schools
-- with an index that year; equal values share the lowest rank, so they are in or out together.
WITH ranked AS (
  SELECT school_id, year, CAST(value AS DOUBLE) AS wellbeing,
    rank() OVER (PARTITION BY year ORDER BY value) AS place, count(*) OVER (PARTITION BY year) AS schools
  FROM social_index
), deficit AS (
  SELECT school_id, year,
    string_agg(kind, ' ' ORDER BY kind) FILTER (WHERE identified AND kind IN (SELECT kind FROM parameter_adverse_deficits)) AS identified,
    string_agg(kind, ' ' ORDER BY kind) FILTER (WHERE identified AND NOT eliminated
      AND kind IN (SELECT kind FROM parameter_cluster_deficits)) AS remaining
  FROM deficits GROUP BY school_id, year
), asked AS (
  SELECT school_id, year FROM deficits UNION SELECT school_id, year FROM social_index
), joined AS (
  SELECT a.school_id, a.year, r.wellbeing, d.school_id IS NOT NULL AS deficits_known,
    coalesce(d.identified, '') AS deficits_identified, coalesce(d.remaining, '') AS deficits_remaining,
    r.place <= wellbeing_quartile * r.schools AS lowest_quartile
  FROM asked a JOIN parameters ON true
    LEFT JOIN ranked r ON r.school_id = a.school_id AND r.year = a.year
    LEFT JOIN deficit d ON d.school_id = a.school_id AND d.year = a.year
)
SELECT
  school_id, year, wellbeing, lowest_quartile, deficits_known, deficits_identified, deficits_remaining,
  CASE
    WHEN deficits_known AND deficits_identified = '' THEN 'not-met'
    WHEN NOT lowest_quartile THEN 'not-met'
    WHEN deficits_known AND lowest_quartile THEN 'met'
    ELSE 'insufficient-data'
  END AS state
FROM joined
ORDER BY school_id, year
