/** The counts of results that the explorer has. */
export const counts = ['participants', 'below_threshold'] as const;
/** The counts of a pair of years, the children of one in the other. */
export const cohortCounts = [
  ...(['participants_before', 'below_threshold_before'] as const),
  ...counts,
] as const;

/** The tables of the explorer's engines; a file of each comes with the site (extracts.ts). */
export type Extract =
  | ('area_results' | 'school_results' | 'names' | 'school_years' | 'school_dynamics')
  | ('area_dynamics' | 'cohorts' | 'similarity_traits' | 'school_pools');

/** Those that the first views wait for. */
export const firstExtracts: readonly Extract[] = ['school_results', 'area_results', 'names', 'school_years'];
/** Those of the comparison. */
export const compareExtracts: readonly Extract[] = [
  ...firstExtracts,
  ...(['school_dynamics', 'area_dynamics', 'cohorts', 'similarity_traits'] as const),
];
/** Those that changed rules are computed from. */
export const ruleExtracts: readonly Extract[] = ['school_results', 'school_pools', 'school_years'];

const unpacked = (ends: Readonly<Record<string, string>>): string =>
  [
    `* EXCLUDE (${Object.keys(ends)
      .map((name) => `${name}_more`)
      .join(', ')})`,
    ...Object.entries(ends).map(
      ([name, type]) => `CAST(${name}_low + ${name}_more AS ${type}) AS ${name}_high`,
    ),
  ].join(', ');

const all = (names: readonly string[], type: string) => Object.fromEntries(names.map((name) => [name, type]));
const share = 'DECIMAL(9,6)';

/** What is selected of a file to have the table again; all of it as it is without an entry. */
export const unpack: Readonly<Partial<Record<Extract, string>>> = {
  school_results: unpacked(all(counts, 'INTEGER')),
  area_results: unpacked(all(counts, 'INTEGER')),
  school_pools: unpacked(all(counts, 'INTEGER')),
  school_dynamics: unpacked({ formal: share }),
  area_dynamics: unpacked({ formal: share }),
  cohorts: unpacked({ ...all(cohortCounts, 'INTEGER'), ...all(['formal', 'relative'], share) }),
};
