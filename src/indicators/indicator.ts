/** What a catalogue entry says of one indicator. The formula itself is the SQL file of the same name. */
export interface Indicator {
  id: string;
  name: { ru: string; en: string };
  description: { ru: string; en: string };
  group: 'results';
  /** `share`: 0 to 1; `score`: points of the work. */
  unit: 'share' | 'score';
  direction: 'higher-better' | 'lower-better';
  /** Where the definition is taken from. */
  source: string;
}
