-- Schools in adverse social conditions: a resource deficit was identified in the year, and the index of social well-being
-- lies in the region's lowest quartile. In the quartile: rank from the lowest ≤ wellbeing_quartile × number of schools
-- with an index that year; equal values share the lowest rank, so they are in or out together. Of an index that is a range
-- the least and the greatest rank are taken; where they disagree, lowest_quartile is NULL. wellbeing: the range's middle.
WITH known AS (
  SELECT school_id, year, value_low, value_high FROM wellbeing_index WHERE value_low IS NOT NULL
), ranked AS (
  SELECT a.school_id, a.year, CAST(a.value_low + a.value_high AS DOUBLE) / 2 AS wellbeing, count(*) AS schools,
    1 + count(*) FILTER (WHERE b.value_high < a.value_low) AS least_place,
    1 + count(*) FILTER (WHERE b.value_low < a.value_high AND b.school_id <> a.school_id) AS greatest_place
  FROM known a JOIN known b ON b.year = a.year
  GROUP BY a.school_id, a.year, a.value_low, a.value_high
), deficit AS (
  SELECT school_id, year,
    string_agg(kind, ' ' ORDER BY kind) FILTER (WHERE identified AND kind IN (SELECT kind FROM parameter_adverse_deficits)) AS identified,
    string_agg(kind, ' ' ORDER BY kind) FILTER (WHERE identified AND NOT eliminated
      AND kind IN (SELECT kind FROM parameter_cluster_deficits)) AS remaining
  FROM deficits GROUP BY school_id, year
), asked AS (
  SELECT school_id, year FROM deficits UNION SELECT school_id, year FROM wellbeing_index
), joined AS (
  SELECT a.school_id, a.year, r.wellbeing, d.school_id IS NOT NULL AS deficits_known,
    coalesce(d.identified, '') AS deficits_identified, coalesce(d.remaining, '') AS deficits_remaining,
    CASE
      WHEN r.greatest_place <= wellbeing_quartile * r.schools THEN true
      WHEN r.least_place > wellbeing_quartile * r.schools THEN false
    END AS lowest_quartile
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
    WHEN deficits_known AND wellbeing IS NOT NULL THEN 'undetermined'
    ELSE 'insufficient-data'
  END AS state
FROM joined
ORDER BY school_id, year
