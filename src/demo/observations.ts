import { csv } from './csv.ts';
import type { Municipality } from './municipalities.ts';
import { stream } from './random.ts';
import { isOpen, lastGrade, type School } from './schools.ts';
import { model } from './settings.ts';

const observedYears = [2023, 2024, 2025];

/** Yes-or-no answers of schools: header, indicator, how often a school of middling social position says yes, and by how much that rises with it. */
const answers = [
  ['Нет профилактики рисков', 'no-risk-prevention', 0.16, -0.08],
  ['Нет системы профилактики', 'no-prevention-system', 0.2, -0.08],
  ['Работа с родителями', 'parent-events', 0.62, 0.08],
  ['Наставничество', 'mentoring', 0.44, 0.05],
] as const;

/** The opposite of `no-prevention-system`, asked as well. */
const systemHeader = 'Система сформирована';

/** Header of a school's answers → the indicator it fills. */
export const answerColumns: Readonly<Record<string, { indicator_id: string }>> = {
  ...Object.fromEntries(answers.map(([header, indicator_id]) => [header, { indicator_id }])),
  [systemHeader]: { indicator_id: 'prevention-system' },
};

function answersOf(school: School, year: number): number[] {
  const given = answers.map(([, id, share, slope]) => {
    const { uniform } = stream('answer', school.id, year, id);
    return uniform() < share + slope * school.social ? 1 : 0;
  });
  return [...given, 1 - (given[1] ?? 0)];
}

/** `observations-schools.csv`: one row per school and year, one column per question. */
export function schoolAnswersFile(schools: readonly School[]): string {
  const rows = schools.flatMap((school) =>
    observedYears
      .filter((year) => isOpen(school, year, 'spring'))
      .map((year) => [school.id, year, ...answersOf(school, year)]),
  );
  return csv(['school_id', 'year', ...Object.keys(answerColumns)], rows, ',');
}

/** Pupils that an indicator is about. */
const pupils = (school: School) => school.pupils;
const ofGrade = (grade: number, part: number) => (school: School) =>
  lastGrade(school) >= grade ? Math.round(school.per_grade * part) : 0;
const some = (part: number) => (school: School) => Math.round(school.pupils * part);

/** What municipalities count: indicator, dimension, pupils it is about, usual share, how far shares differ. */
const counted = [
  ['olympiad-participation', '', pupils, 0.34, 0.05],
  ['grade-9-continued', '', ofGrade(9, 1), 0.985, 0.006],
  ['grade-11-continued', '', ofGrade(11, model.grade_11_share), 0.93, 0.02],
  ['individual-routes', '', some(0.06), 0.52, 0.1],
  ['extra-lessons', '', some(0.04), 0.68, 0.09],
  ['essay-pass', '', ofGrade(11, model.grade_11_share), 0.985, 0.006],
  ['vpr-basic-primary', 'russian', ofGrade(4, 0.88), 0.9, 0.025],
  ['vpr-basic-primary', 'mathematics', ofGrade(4, 0.88), 0.92, 0.025],
  ['vpr-basic-main', 'russian', ofGrade(9, 3.5), 0.79, 0.035],
  ['vpr-basic-main', 'mathematics', ofGrade(9, 3.5), 0.81, 0.035],
  ['vpr-basic-secondary', 'russian', ofGrade(11, 0.4), 0.88, 0.03],
  ['oge-max', 'russian', ofGrade(9, 0.98), 0.035, 0.012],
  ['oge-max', 'mathematics', ofGrade(9, 0.98), 0.006, 0.003],
] as const;

/** `observations.csv`: what a municipality counts once a year, numerator and denominator. */
export function municipalityObservationsFile(
  municipalities: readonly Municipality[],
  schools: readonly School[],
): string {
  const rows = municipalities.flatMap(({ id }) =>
    observedYears.flatMap((year) => {
      const own = schools.filter((school) => school.municipality.id === id && isOpen(school, year, 'spring'));
      return counted.map(([indicator, dimension, of, share, spread]) => {
        const all = own.reduce((sum, school) => sum + of(school), 0);
        const part = share + spread * stream('observed', id, year, indicator, dimension).normal();
        const yes = Math.min(all, Math.max(0, Math.round(all * part)));
        return [id, year, indicator, dimension, yes, all];
      });
    }),
  );
  return csv(
    ['municipality_id', 'year', 'indicator_id', 'dimension', 'numerator', 'denominator'],
    rows.filter(([, , , , , all]) => Number(all) > 0),
    ',',
  );
}
