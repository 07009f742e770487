-- Changes that look more like a fault of the data than like a change of the school: a reason to look. n, x: participants
-- and those below the threshold, before and now; N: participants of the region in the same work.
-- participants, of subjects that a whole grade writes: n1 against f·ρ·n0, f the factor, ρ = N1/N0, as Poisson counts:
-- (n1 − fρn0)/√(n1 + (fρ)²n0) > deviations; a fall mirrored with ρ/f. fail-rate: (|Δ*| − limit)/√v > deviations, Δ* the
-- change against the region and v the variance of Agresti and Caffo. Of ranges the ends that speak against a jump are taken.
WITH regions_change AS (
  SELECT procedure, subject, grade, comparability, year,
    CAST(participants_high AS DOUBLE) / participants_before_low AS ratio_high,
    CAST(participants_low AS DOUBLE) / participants_before_high AS ratio_low
  FROM dynamics WHERE level = 'region' AND grade > 0 AND participants_before_low > 0
), series AS (
  SELECT d.*, r.ratio_low, r.ratio_high, p.jump_deviations AS least, p.jump_fail_rate_change AS most,
    p.jump_participants_factor * r.ratio_high AS up, r.ratio_low / p.jump_participants_factor AS down,
    CAST(d.below_threshold_before_low + d.below_threshold_before_high + 2 AS DOUBLE) / 2 / (d.participants_before_low + 2) AS p0,
    CAST(d.below_threshold_low + d.below_threshold_high + 2 AS DOUBLE) / 2 / (d.participants_low + 2) AS p1
  FROM dynamics d JOIN parameters p ON true
    JOIN regions_change r ON r.procedure = d.procedure AND r.subject = d.subject AND r.grade = d.grade
      AND r.comparability = d.comparability AND r.year = d.year
  WHERE d.level <> 'region' AND d.grade > 0
), measured AS (
  SELECT *,
    (participants_low - up * participants_before_high) / sqrt(participants_low + up * up * participants_before_high) AS more,
    (down * participants_before_low - participants_high) / sqrt(participants_high + down * down * participants_before_low) AS fewer,
    CASE WHEN reason IS NULL THEN sqrt(p0 * greatest(0.0, 1 - p0) / (participants_before_low + 2)
      + p1 * greatest(0.0, 1 - p1) / (participants_low + 2)) END AS error
  FROM series
), found AS (
  SELECT *, 'participants' AS kind, CASE WHEN more > fewer THEN 'rise' ELSE 'fall' END AS direction,
    greatest(more, fewer) AS deviations,
    CAST(participants_low AS DOUBLE) / participants_before_high / ratio_high AS change_low,
    CAST(participants_high AS DOUBLE) / participants_before_low / ratio_low AS change_high
  FROM measured WHERE subject IN (SELECT subject FROM parameter_jump_subjects)
  UNION ALL
  SELECT *, 'fail-rate' AS kind, CASE WHEN CAST(relative_low AS DOUBLE) > 0 THEN 'rise' ELSE 'fall' END AS direction,
    (greatest(CAST(relative_low AS DOUBLE), CAST(-relative_high AS DOUBLE)) - most) / error AS deviations,
    CAST(relative_low AS DOUBLE) AS change_low, CAST(relative_high AS DOUBLE) AS change_high
  FROM measured
)
SELECT kind, level, entity_id, municipality_id, procedure, subject, grade, comparability, year, year_before, direction,
  participants_before_low, participants_before_high, participants_low, participants_high,
  below_threshold_before_low, below_threshold_before_high, below_threshold_low, below_threshold_high,
  change_low AS relative_low, change_high AS relative_high, deviations AS excess_deviations
FROM found
WHERE deviations > least
ORDER BY kind, level, entity_id, procedure, subject, grade, comparability, year
