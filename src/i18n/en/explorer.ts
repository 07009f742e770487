import type { ExplorerMessages } from '../explorer-messages.ts';

/** What the explorer says while it works. `{name}` marks what it fills in. */
export const explorer: ExplorerMessages = {
  loadEngine: 'Load the tables',
  waiting: 'To change the charts, the tables and the program that computes must be loaded: about 3 MB.',
  loadingEngine: 'Loading the program: {loaded} of {total}.',
  loadingData: 'Loading the tables of the release.',
  working: 'Computing.',
  updated: 'Shown: {view}. Results in the chart: {rows}.',
  noData: 'There are no results for this choice.',
  unknownValue: 'The value “{value}” in the address is not in this release and was left out.',
  retry: 'Try again',
  errors: {
    'wasm-blocked':
      'The browser forbids the program (WebAssembly). Charts are on the pages of schools and municipalities.',
    'engine-missing': 'The program did not load. Check the connection and try again.',
    'engine-timeout': 'The program did not start in time. Try again.',
    'data-missing': 'The file {file} did not load. Check the connection and try again.',
    'data-damaged': 'The file {file} arrived damaged: its checksum does not match. Try again.',
    'out-of-memory': 'The browser ran out of memory. Close other tabs and try again.',
    'query-too-long': 'The query is longer than the engine takes. Make it shorter.',
    'query-failed': 'The computation failed. Change the choice or try again.',
  },
  table: {
    schools: 'Share below the threshold by school: {view}',
    municipalities: 'Share below the threshold by municipality: {view}',
    school: 'School',
    municipality: 'Municipality',
    hidden: 'hidden',
    absent: 'no data',
  },
};
