import { methodology } from './reference.ts';
import { once, tableRows } from './tables.ts';

const version = () => methodology().version;
const inForce = (line: string) => line.startsWith(`${version()},`);
const bySchool = <T extends { school_id: string }>(rows: readonly T[]) =>
  Map.groupBy(rows, ({ school_id }) => school_id);

/** Clusters under the methodology in force, by school. */
export const clusterRows = once(() => bySchool(tableRows('clusters', inForce)));
/** Settings of the rule that a school meets, by school. */
export const robustness = once(() => bySchool(tableRows('robustness', inForce)));
/** Answers of the rule, by school. */
export const identification = once(() => bySchool(tableRows('identification', inForce)));
/** Adverse conditions, by school. */
export const conditions = once(() => bySchool(tableRows('adverse_conditions')));
/** The works that the rule looks at, by school. */
export const units = once(() => bySchool(tableRows('identification_units', inForce)));

/** The last year for which schools were put into clusters; `null` in a release without clusters. */
export const clusterYear = once((): number | null => {
  const years = [...clusterRows().values()].flat().map(({ year }) => year);
  return years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null;
});

/** A list stored as words with spaces between them. */
export const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
