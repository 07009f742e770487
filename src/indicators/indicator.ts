import type { Level } from '../contract/vocabulary.ts';

export const groups = [
  'results',
  'identification',
  'risk',
  'prevention-needed',
  'dynamics',
  'deficits',
  'risk-results',
  'prevention',
  'objectivity',
] as const;

/** What a catalogue entry says of one indicator. The formula itself is an SQL file of this folder. */
export interface Indicator {
  id: string;
  name: { ru: string; en: string };
  description: { ru: string; en: string };
  group: (typeof groups)[number];
  /** `share`: 0 to 1; `score`: points of the work. */
  unit: 'share' | 'score';
  direction: 'higher-better' | 'lower-better' | 'neither';
  /** What the numerator counts. Counts of pupils are protected, counts of schools are public. */
  counts: 'pupils' | 'schools';
  levels: readonly Level[];
  /** The SQL file, without its ending. Several indicators may share one: it then gives the rows of each. */
  sql: string;
  /** The order that the definition is taken from. */
  source: string;
  /** Where in it. */
  section: string;
}

/** The order that lists the 27 indicators. */
export const charoda = 'Приказ Чародинского района от 22.05.2023 № 94-А';
