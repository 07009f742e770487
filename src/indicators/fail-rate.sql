-- Share of participants below the minimum threshold: below_threshold / participants.
SELECT
  'fail-rate' AS indicator_id,
  level, entity_id, year, procedure, subject, grade, session, comparability,
  below_threshold_low AS numerator_low,
  below_threshold_high AS numerator_high,
  participants_low AS denominator_low,
  participants_high AS denominator_high,
  CASE WHEN participants_low >= min_participants
    THEN CAST(below_threshold_low AS DOUBLE) / participants_high END AS value_low,
  CASE WHEN participants_low >= min_participants
    THEN least(1.0, CAST(below_threshold_high AS DOUBLE) / participants_low) END AS value_high,
  CASE
    WHEN participants_low < min_participants THEN 'few-participants'
    WHEN protection = 'suppressed' AND below_threshold_low IS NULL THEN 'suppressed'
    WHEN below_threshold_low IS NULL THEN 'no-data'
  END AS reason
FROM results, parameters
ORDER BY level, entity_id, year, procedure, subject, grade, session
