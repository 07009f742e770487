import { csv } from './csv.ts';
import type { Municipality } from './municipalities.ts';
import { stream } from './random.ts';
import { isOpen, type School } from './schools.ts';

const years = [2024, 2025];

/** What municipalities count beside the indicators of the order: indicator, dimension, who is asked, usual share, its spread. */
const asked = [
  ['parents-involved', '', 1.6, 0.54, 0.08],
  ['teacher-deficits', 'subject', 0.07, 0.24, 0.06],
  ['teacher-deficits', 'methods', 0.07, 0.31, 0.07],
  ['teacher-deficits', 'psychology', 0.07, 0.36, 0.07],
  ['teacher-deficits', 'digital', 0.07, 0.19, 0.05],
  ['survey-parents', 'quality', 0.4, 0.71, 0.06],
  ['survey-parents', 'informed', 0.4, 0.63, 0.07],
  ['survey-teachers', 'support', 0.05, 0.58, 0.09],
  ['survey-teachers', 'load', 0.05, 0.47, 0.08],
] as const;

const header = ['municipality_id', 'year', 'indicator_id', 'dimension', 'numerator', 'denominator'];

/** `observations-support.csv`: parents, teachers and surveys as aggregates of municipalities. */
export function supportFile(municipalities: readonly Municipality[], schools: readonly School[]): string {
  const rows = municipalities.flatMap(({ id }) =>
    years.flatMap((year) => {
      const pupils = schools
        .filter((school) => school.municipality.id === id && isOpen(school, year, 'spring'))
        .reduce((sum, school) => sum + school.pupils, 0);
      return asked.map(([indicator, dimension, each, share, spread]) => {
        const all = Math.round(pupils * each);
        const trend = indicator === 'teacher-deficits' ? -0.02 : 0.025;
        const part =
          share + trend * (year - 2024) + spread * stream('support', id, year, indicator, dimension).normal();
        return [id, year, indicator, dimension, Math.min(all, Math.max(0, Math.round(all * part))), all];
      });
    }),
  );
  return csv(
    header,
    rows.filter(([, , , , , all]) => Number(all) > 0),
    ',',
  );
}

/** Months of which reports are due before the release. */
const reported = months(2025, 7);

function months(year: number, count: number): [number, string][] {
  return Array.from({ length: count }, (_, i) => [year, String(i + 1).padStart(2, '0')]);
}

/** `reports.csv`: whether a municipality's monthly report came by the 10th; one that never came has no row. */
export function reportsFile(municipalities: readonly Municipality[]): string {
  const rows = municipalities.flatMap(({ id }) => {
    const care = stream('report-care', id).uniform();
    return reported.flatMap(([year, month]) => {
      const chance = stream('report', id, year, month).uniform();
      if (chance > 0.86 + 0.14 * care) return [];
      return [[id, year, 'municipal-report', month, chance < 0.62 + 0.38 * care ? 1 : 0, 1]];
    });
  });
  return csv(header, rows, ',');
}
