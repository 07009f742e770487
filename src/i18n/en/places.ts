import type { PlacesMessages } from '../ru/places.ts';

/** See the Russian file. */
export const places: PlacesMessages = {
  clusters: (year) => `Which schools need help, ${year}`,
  indicators: 'Indicators of the municipality',
  lead: 'The last year with data, with the value of the region beside it. In the order of the official text.',
  columns: { indicator: 'Indicator', year: 'Year', value: 'Value', counts: 'Made of', region: 'Region' },
  none: 'This release has no indicators of this municipality.',
};
