-- Quality of learning (качество обучения): (mark_4 + mark_5) / participants. Procedures without marks have none.
SELECT
  'quality-rate' AS indicator_id,
  level, entity_id, year, procedure, subject, grade, session, comparability,
  CAST(greatest(0, mark_4_low + mark_5_low) AS INTEGER) AS numerator_low,
  CAST(least(participants_high, mark_4_high + mark_5_high) AS INTEGER) AS numerator_high,
  participants_low AS denominator_low,
  participants_high AS denominator_high,
  CASE WHEN participants_low >= min_participants
    THEN CAST(mark_4_low + mark_5_low AS DOUBLE) / participants_high END AS value_low,
  CASE WHEN participants_low >= min_participants
    THEN least(1.0, CAST(mark_4_high + mark_5_high AS DOUBLE) / participants_low) END AS value_high,
  CASE
    WHEN participants_low < min_participants THEN 'few-participants'
    WHEN protection = 'suppressed' AND mark_4_low IS NULL THEN 'suppressed'
    WHEN mark_4_low IS NULL THEN 'not-applicable'
  END AS reason
FROM results, parameters
ORDER BY level, entity_id, year, procedure, subject, grade, session
