-- What a programme is judged by: pupils below the threshold in the subjects of the rule, by school and work, two ends each.
-- Only works whose counts are known and whose participants reach the minimum of publication.
SELECT r.entity_id AS school_id, r.procedure, r.comparability, r.year, r.subject, r.grade,
  r.participants_low, r.participants_high, r.below_threshold_low, r.below_threshold_high
FROM results r
WHERE r.level = 'school' AND r.below_threshold_low IS NOT NULL AND r.protection <> 'few-participants'
  AND r.subject IN (SELECT subject FROM parameter_subjects)
ORDER BY r.entity_id, r.procedure, r.comparability, r.year, r.subject, r.grade
