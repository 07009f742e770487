import type { PlacesMessages } from '../ru/places.ts';

/** See the Russian file. */
export const places: PlacesMessages = {
  clusters: (year) => `Which schools need help, ${year}`,
  indicators: 'Indicators of the municipality',
  lead: 'The last year with data, with the value of the region beside it. In the order of the official text.',
  columns: { indicator: 'Indicator', year: 'Year', value: 'Value', counts: 'Made of', region: 'Region' },
  contents: 'On this page',
  parts: {
    status: 'Status and reasons',
    change: 'Did it get better',
    dynamics: 'Dynamics',
    windows: 'Three years together',
    cohorts: 'The same children',
    similar: 'Similar schools',
    help: 'Help for the school',
  },
  renamed: (release) => `In the release before (${release}) the school was called:`,
  moved: (before, now, release) =>
    `In the previous release (${release}) the school belonged to another municipality: ${before}. Now it is ${now}; all of its results, of past years too, count there.`,
  none: 'This release has no indicators of this municipality.',
};
