import { csv } from './csv.ts';
import { type Fates, fateOf, mentors } from './fates.ts';
import { round, stream } from './random.ts';
import type { School } from './schools.ts';
import { isOpen } from './schools.ts';
import { programmeWaves, years } from './settings.ts';

/** Years in which a school answers questionnaires: those in which it is open in spring. */
const openYears = (school: School) => years.filter((year) => isOpen(school, year, 'spring'));

/** The index of social well-being: 50 is ordinary, 10 one deviation; measured anew each year, with an error. */
export function socialIndex(school: School, year: number): number {
  const value = 50 + 10 * school.social + 2 * stream('index', school.id, year).normal();
  return round(Math.min(99, Math.max(1, value)), 1);
}

export function socialIndexFile(schools: readonly School[]): string {
  const rows = schools.flatMap((s) =>
    openYears(s).map((year) => [s.id, year, socialIndex(s, year).toFixed(1)]),
  );
  return csv(['school_id', 'year', 'value'], rows, ',');
}

/** Programme "500+": participants by their fate, mentors in every year that it runs. */
export function programmesFile(schools: readonly School[], fates: Fates): string {
  const held = programmeWaves.flatMap((wave) => [...wave.years]);
  const mentoring = new Set(mentors(schools, fates));
  const rows = schools.flatMap((school) => {
    const role = mentoring.has(school) ? 'mentor' : 'participant';
    const own = mentoring.has(school) ? held : fateOf(fates, school).programme;
    return own.map((year) => [school.id, '500+', year, role]);
  });
  return csv(['school_id', 'programme', 'year', 'role'], rows, ',');
}

/** How often a deficit is found in a school of middling social position, and how often it is gone the same year. */
const kinds = [
  ['staff', 0.3],
  ['material', 0.22],
  ['financial', 0.1],
  ['other', 0.06],
] as const;

const deficitYears = [2023, 2024, 2025];

/** Every kind is asked of every school, so that "no deficit" differs from "not asked". */
export function deficitsFile(schools: readonly School[]): string {
  const rows = schools.flatMap((school) =>
    openYears(school)
      .filter((year) => deficitYears.includes(year))
      .flatMap((year) =>
        kinds.map(([kind, share]) => {
          const random = stream('deficit', school.id, year, kind);
          const identified = random.uniform() < share - 0.1 * school.social;
          return [school.id, year, kind, identified, identified && random.uniform() < 0.35];
        }),
      ),
  );
  return csv(['school_id', 'year', 'kind', 'identified', 'eliminated'], rows, ',');
}

/** The official list: most inflated schools in most years, and a few that did nothing. */
export function biasListFile(schools: readonly School[], fates: Fates): string {
  const rows = schools.flatMap((school) => {
    const inflated = fateOf(fates, school).inflation !== null;
    return openYears(school).flatMap((year) => {
      const random = stream('bias', school.id, year);
      if (random.uniform() >= (inflated ? 0.75 : 0.004)) return [];
      return [[school.id, year, inflated ? random.integer(2, 5) : random.integer(1, 2)]];
    });
  });
  return csv(['school_id', 'year', 'markers'], rows, ',');
}
