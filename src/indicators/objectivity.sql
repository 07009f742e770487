-- Possible markers of bias, per school, year and work: a reason to look, not a verdict. The federal four: inflated-mean,
-- journal-mismatch, sharp-rise, sharp-fall; the rest are shown and do not count in the index.
WITH own AS (
  SELECT entity_id AS school_id, year, procedure, subject, grade, session, comparability,
    participants_low AS n, score_mean AS m, score_sd AS s, CAST(completion_mean AS DOUBLE) AS completion, journal_rho,
    journal_gap_2_low, journal_gap_2_high,
    journal_lowered_low + journal_confirmed_low + journal_raised_low AS journal_low,
    journal_lowered_high + journal_confirmed_high + journal_raised_high AS journal_high
  FROM results, parameters
  WHERE level = 'school' AND participants_low >= min_participants
    AND subject IN (SELECT subject FROM parameter_objectivity_subjects)
    AND (procedure = 'oge' OR (procedure = 'vpr' AND grade IN (SELECT grade FROM parameter_objectivity_grades)))
), region AS (
  SELECT year, procedure, subject, grade, session,
    CAST(sum(n) AS DOUBLE) AS n, CAST(sum(n * m) AS DOUBLE) / sum(n) AS m,
    CAST(sum((n - 1) * s * s) AS DOUBLE) AS inside, CAST(sum(n * m * m) AS DOUBLE) AS squares
  FROM own WHERE m IS NOT NULL AND s IS NOT NULL
  GROUP BY year, procedure, subject, grade, session
), means AS (
  SELECT o.school_id, o.year, o.procedure, o.subject, o.grade,
    CAST(o.m AS DOUBLE) - mean_z * CAST(o.s AS DOUBLE) / sqrt(CAST(o.n AS DOUBLE)) AS value,
    r.m + mean_z * sqrt(greatest(0.0, (r.inside + r.squares - r.n * r.m * r.m) / (r.n - 1)) / r.n) AS bound
  FROM own o JOIN parameters ON true
    LEFT JOIN region r ON r.year = o.year AND r.procedure = o.procedure AND r.subject = o.subject
      AND r.grade = o.grade AND r.session = o.session
), ratios AS (
  SELECT b.school_id, b.year, b.procedure, b.subject, b.grade, a.completion / b.completion AS value
  FROM own a JOIN parameters ON a.grade = first_grade
    JOIN own b ON b.school_id = a.school_id AND b.procedure = a.procedure AND b.subject = a.subject
      AND b.comparability = a.comparability AND b.grade = last_grade AND b.year = a.year + (last_grade - first_grade)
  WHERE a.procedure = 'vpr' AND b.completion > 0
), fences AS (
  SELECT year, subject, quantile_cont(value, 0.25) AS q1, quantile_cont(value, 0.75) AS q3
  FROM ratios GROUP BY year, subject
), listed AS (
  SELECT o.school_id, o.year, b.school_id IS NOT NULL AS listed, b.markers
  FROM (SELECT DISTINCT entity_id AS school_id, year FROM results WHERE level = 'school') o
    LEFT JOIN bias_list b ON b.school_id = o.school_id AND b.year = o.year
  WHERE o.year IN (SELECT year FROM bias_list)
), spikes AS (
  SELECT school_id, year, procedure, subject, grade, CAST(min(p_value) AS DOUBLE) AS value, bool_and(informative) AS informative
  FROM boundary_spikes WHERE subject IN (SELECT subject FROM parameter_objectivity_subjects)
    AND grade IN (SELECT grade FROM parameter_objectivity_grades)
  GROUP BY school_id, year, procedure, subject, grade
), marked AS (
  SELECT school_id, year, 'inflated-mean' AS marker, procedure, subject, grade, true AS federal,
    CASE WHEN value > bound THEN 'met' WHEN value <= bound THEN 'not-met' ELSE 'insufficient-data' END AS state,
    value, bound
  FROM means
  UNION ALL
  SELECT school_id, year, 'journal-mismatch', procedure, subject, grade, true,
    CASE WHEN journal_rho < 0 THEN 'met' WHEN journal_rho >= 0 THEN 'not-met' ELSE 'insufficient-data' END,
    CAST(journal_rho AS DOUBLE), 0.0
  FROM own WHERE procedure = 'vpr'
  UNION ALL
  SELECT r.school_id, r.year, 'sharp-fall', r.procedure, r.subject, r.grade, true,
    CASE WHEN value > q3 + fence * (q3 - q1) THEN 'met' ELSE 'not-met' END, value, q3 + fence * (q3 - q1)
  FROM ratios r JOIN fences f ON f.year = r.year AND f.subject = r.subject JOIN parameters ON true
  UNION ALL
  SELECT r.school_id, r.year, 'sharp-rise', r.procedure, r.subject, r.grade, true,
    CASE WHEN value < q1 - fence * (q3 - q1) THEN 'met' ELSE 'not-met' END, value, q1 - fence * (q3 - q1)
  FROM ratios r JOIN fences f ON f.year = r.year AND f.subject = r.subject JOIN parameters ON true
  UNION ALL
  SELECT school_id, year, 'journal-gap', procedure, subject, grade, false,
    CASE
      WHEN journal_gap_2_low IS NULL OR coalesce(journal_low, 0) = 0 THEN 'insufficient-data'
      WHEN CAST(journal_gap_2_low AS DOUBLE) / journal_high >= journal_gap THEN 'met'
      WHEN CAST(journal_gap_2_high AS DOUBLE) / journal_low >= journal_gap THEN 'undetermined'
      ELSE 'not-met'
    END,
    CAST(journal_gap_2_low AS DOUBLE) / nullif(journal_high, 0), journal_gap
  FROM own, parameters WHERE procedure = 'vpr'
  UNION ALL
  SELECT school_id, year, 'mark-boundary-spike', procedure, subject, grade, false,
    CASE WHEN NOT informative THEN 'insufficient-data' WHEN value <= spike_p_value THEN 'met' ELSE 'not-met' END,
    value, spike_p_value
  FROM spikes, parameters
  UNION ALL
  SELECT school_id, year, 'official-list', '', '', 0, false,
    CASE WHEN listed THEN 'met' ELSE 'not-met' END, CAST(markers AS DOUBLE), NULL
  FROM listed
)
SELECT school_id, year, marker, procedure, subject, grade, federal, state, value, bound,
  CASE
    WHEN state <> 'insufficient-data' THEN NULL
    WHEN marker = 'mark-boundary-spike' THEN 'few-participants'
    ELSE 'no-data'
  END AS reason
FROM marked
ORDER BY school_id, year, marker, procedure, subject, grade
