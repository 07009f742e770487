-- One cluster per school and year, in the order's precedence: 500+, 2 (low results), 1 (groups of failing pupils), 3 (risk
-- factors). All reasons are kept, also those that did not decide. "undetermined": the ranges allow two answers.
WITH programme AS (
  SELECT DISTINCT p.school_id, p.year FROM programmes p, parameters
  WHERE p.programme = parameters.programme AND p.role IN (SELECT role FROM parameter_roles)
), groups AS (
  SELECT school_id, year,
    max(CASE WHEN group_state = 'met' THEN 1 ELSE 0 END) AS sure,
    max(CASE WHEN group_state IN ('met', 'undetermined') THEN 1 ELSE 0 END) AS maybe
  FROM identification_units u JOIN parameters ON parameters.methodology = u.methodology
  GROUP BY school_id, year
), unprevented AS (
  SELECT DISTINCT o.entity_id AS school_id, o.year FROM observations o, parameters
  WHERE o.entity_level = 'school' AND o.indicator_id = prevention_indicator AND o.numerator_low > 0
), facts AS (
  SELECT i.methodology, i.school_id, i.year, i.state, i.reasons,
    p.school_id IS NOT NULL AS in_programme, coalesce(g.sure, 0) = 1 AS failing, coalesce(g.maybe, 0) = 1 AS maybe_failing,
    coalesce(a.deficits_remaining, '') <> '' AS deficit, coalesce(a.lowest_quartile, false) AS low_wellbeing,
    a.wellbeing IS NOT NULL AND a.lowest_quartile IS NULL AS maybe_low_wellbeing,
    u.school_id IS NOT NULL AS unprevented
  FROM identification i
    JOIN parameters ON parameters.methodology = i.methodology
    LEFT JOIN programme p ON p.school_id = i.school_id AND p.year = i.year
    LEFT JOIN groups g ON g.school_id = i.school_id AND g.year = i.year
    LEFT JOIN adverse_conditions a ON a.school_id = i.school_id AND a.year = i.year
    LEFT JOIN unprevented u ON u.school_id = i.school_id AND u.year = i.year
)
SELECT
  methodology, school_id, year,
  CASE
    WHEN in_programme THEN '500+'
    WHEN state = 'identified' THEN '2'
    WHEN state = 'insufficient-data' THEN 'insufficient-data'
    WHEN state = 'undetermined' THEN 'undetermined'
    WHEN failing THEN '1'
    WHEN maybe_failing THEN 'undetermined'
    WHEN deficit OR low_wellbeing OR unprevented THEN '3'
    WHEN maybe_low_wellbeing THEN 'undetermined'
    ELSE 'none'
  END AS cluster,
  concat_ws(' ', CASE WHEN in_programme THEN 'programme' END, CASE WHEN reasons <> '' THEN reasons END,
    CASE WHEN failing THEN 'failing-group' END, CASE WHEN deficit THEN 'deficit' END,
    CASE WHEN low_wellbeing THEN 'low-wellbeing' END, CASE WHEN unprevented THEN 'no-prevention' END) AS reasons,
  concat_ws(' ', CASE WHEN NOT in_programme AND state = 'undetermined' THEN 'low-results' END,
    CASE WHEN maybe_failing AND NOT failing THEN 'failing-group' END,
    CASE WHEN maybe_low_wellbeing AND state = 'not-identified' AND NOT (in_programme OR maybe_failing OR deficit OR unprevented)
      THEN 'low-wellbeing' END) AS possible_reasons
FROM facts
ORDER BY methodology, school_id, year
