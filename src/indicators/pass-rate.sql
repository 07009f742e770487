-- Academic performance (успеваемость): (mark_3 + mark_4 + mark_5) / participants, everyone who is not below the threshold.
SELECT
  'pass-rate' AS indicator_id,
  level, entity_id, year, procedure, subject, grade, session, comparability,
  CAST(greatest(0, participants_low - below_threshold_high) AS INTEGER) AS numerator_low,
  CAST(participants_high - below_threshold_low AS INTEGER) AS numerator_high,
  participants_low AS denominator_low,
  participants_high AS denominator_high,
  CASE WHEN participants_low >= min_participants
    THEN CAST(greatest(0, participants_low - below_threshold_high) AS DOUBLE) / participants_low END AS value_low,
  CASE WHEN participants_low >= min_participants
    THEN CAST(participants_high - below_threshold_low AS DOUBLE) / participants_high END AS value_high,
  CASE
    WHEN participants_low < min_participants THEN 'few-participants'
    WHEN protection = 'suppressed' AND below_threshold_low IS NULL THEN 'suppressed'
    WHEN below_threshold_low IS NULL THEN 'no-data'
  END AS reason
FROM results, parameters
ORDER BY level, entity_id, year, procedure, subject, grade, session
