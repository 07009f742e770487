/** The counts of results that the explorer has. */
export const counts = ['participants', 'below_threshold'] as const;

/** The tables of the explorer's engine; a file of each comes with the site (extracts.ts). */
export type Extract = 'results' | 'names' | 'school_years' | 'dynamics';

/** Those that the first views wait for. */
export const firstExtracts: readonly Extract[] = ['results', 'names', 'school_years'];

const unpacked = (names: readonly string[], type: string): string =>
  [
    `* EXCLUDE (${names.map((name) => `${name}_more`).join(', ')})`,
    ...names.map((name) => `CAST(${name}_low + ${name}_more AS ${type}) AS ${name}_high`),
  ].join(', ');

/** What is selected of a file to have the table again; all of it as it is without an entry. */
export const unpack: Readonly<Partial<Record<Extract, string>>> = {
  results: unpacked(counts, 'INTEGER'),
  dynamics: unpacked(['formal'], 'DECIMAL(9,6)'),
};
