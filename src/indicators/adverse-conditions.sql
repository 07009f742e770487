-- Schools in adverse social conditions: a resource deficit was identified in the year, and the index of social well-being
-- lies in the region's lowest quartile. In the quartile: rank from the lowest ≤ wellbeing_quartile × number of schools
-- with an index that year; equal values share the lowest rank, so they are in or out together. Of an index that is a range
-- the least and the greatest rank are taken; where they disagree, lowest_quartile is NULL. wellbeing: the range's middle.
WITH known AS (
  SELECT school_id, year, value_low, value_high FROM wellbeing_index WHERE value_low IS NOT NULL
), ends AS (
  -- For the least place schools whose greatest value is under the own least one are counted, for the greatest the reverse.
  SELECT 'least' AS place, school_id, year, value_low AS value, 0 AS counts FROM known
  UNION ALL SELECT 'least', school_id, year, value_high, 1 FROM known
  UNION ALL SELECT 'greatest', school_id, year, value_high, 0 FROM known
  UNION ALL SELECT 'greatest', school_id, year, value_low, 1 FROM known
), passed AS (
  -- A school asks before those of its own value are counted, so that equal values share the lowest rank.
  SELECT place, school_id, year, counts,
    sum(counts) OVER (PARTITION BY place, year ORDER BY value, counts, school_id ROWS UNBOUNDED PRECEDING) AS under
  FROM ends
), places AS (
  SELECT school_id, year, max(CASE WHEN place = 'least' THEN under END) AS least,
    max(CASE WHEN place = 'greatest' THEN under END) AS greatest
  FROM passed WHERE counts = 0 GROUP BY school_id, year
), ranked AS (
  SELECT k.school_id, k.year, CAST(k.value_low + k.value_high AS DOUBLE) / 2 AS wellbeing,
    count(*) OVER (PARTITION BY k.year) AS schools, 1 + p.least AS least_place,
    -- A range passes its own lower end.
    1 + p.greatest - CASE WHEN k.value_low < k.value_high THEN 1 ELSE 0 END AS greatest_place
  FROM known k JOIN places p ON p.school_id = k.school_id AND p.year = k.year
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
