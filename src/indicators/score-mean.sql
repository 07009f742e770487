-- Mean primary (ВПР, ОГЭ) or test (ЕГЭ) score; of a municipality or region, weighted by participants.
SELECT
  'score-mean' AS indicator_id,
  level, entity_id, year, procedure, subject, grade, session, comparability,
  CAST(NULL AS INTEGER) AS numerator_low,
  CAST(NULL AS INTEGER) AS numerator_high,
  participants_low AS denominator_low,
  participants_high AS denominator_high,
  CAST(CASE WHEN participants_low >= min_participants THEN score_mean END AS DOUBLE) AS value_low,
  CAST(CASE WHEN participants_low >= min_participants THEN score_mean END AS DOUBLE) AS value_high,
  CASE
    WHEN participants_low < min_participants THEN 'few-participants'
    WHEN protection = 'suppressed' AND score_mean IS NULL THEN 'suppressed'
    WHEN score_mean IS NULL THEN 'no-data'
  END AS reason
FROM results, parameters
ORDER BY level, entity_id, year, procedure, subject, grade, session
