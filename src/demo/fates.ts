import { type Fate, noFate } from './level.ts';
import { round, stream } from './random.ts';
import type { School } from './schools.ts';
import { programmeWaves, pupilMunicipality } from './settings.ts';
import { sheetsOf } from './sitting.ts';
import { tally } from './tally.ts';
import { vprWorks } from './works.ts';

export type Fates = ReadonlyMap<string, Fate>;

export const fateOf = (fates: Fates, school: School): Fate => fates.get(school.id) ?? noFate;

const steady = (school: School) => school.opened === '' && school.closed === '';
const ordinary = (school: School) => school.type === 'secondary' || school.type === 'basic';

function choose(schools: readonly School[], taken: Map<string, Fate>, name: string, count: number): School[] {
  const free = schools.filter((school) => steady(school) && ordinary(school) && !taken.has(school.id));
  return stream('choose', name).shuffle(free).slice(0, count);
}

/** Truly improving and truly declining schools: chosen by their hidden level, never by a result. */
function addTrends(schools: readonly School[], fates: Map<string, Fate>): void {
  const rising = schools.filter((s) => s.per_grade >= 15 && s.quality > -2 && s.quality < 0);
  for (const school of choose(rising, fates, 'improving', 12)) {
    fates.set(school.id, { ...noFate, slope: round(0.11 + 0.08 * stream('slope', school.id).uniform(), 2) });
  }
  const falling = schools.filter((s) => s.per_grade >= 15 && s.quality > -1 && s.quality < 0.6);
  for (const school of choose(falling, fates, 'declining', 8)) {
    fates.set(school.id, { ...noFate, slope: -round(0.1 + 0.06 * stream('slope', school.id).uniform(), 2) });
  }
}

/** Five schools with inflated results; two of them, large ones, in the city that sends pupil rows. */
function addInflation(schools: readonly School[], fates: Map<string, Fate>): void {
  const middling = schools.filter((s) => s.per_grade >= 32 && Math.abs(s.quality) < 1);
  const seen = middling
    .filter((s) => s.municipality.id === pupilMunicipality && ordinary(s) && steady(s) && !fates.has(s.id))
    .sort((a, b) => b.per_grade - a.per_grade || (a.id < b.id ? -1 : 1))
    .slice(0, 2);
  const others = choose(
    middling.filter((s) => s.municipality.id !== pupilMunicipality),
    fates,
    'inflated',
    3,
  );
  [...seen, ...others].forEach((school, i) => {
    const grades = i % 2 === 0 ? [4, 5] : [4];
    fates.set(school.id, { ...noFate, inflation: { grades, journal: i === 1 ? 'inverted' : 'copied' } });
  });
}

/** Share of "2" in mathematics of ВПР over the grades of one year: the one observed result schools are picked by. */
export function observedFailure(school: School, year: number, fate: Fate): number {
  let failed = 0;
  let all = 0;
  for (const work of vprWorks(year, school.id).filter((w) => w.subject === 'mathematics')) {
    const counted = tally(sheetsOf(school, work, fate), work);
    failed += counted?.below ?? 0;
    all += counted?.participants ?? 0;
  }
  return all === 0 ? 0 : failed / all;
}

/**
 * Programme "500+": the lowest observed results of one year are invited for those that follow. Part of what was low
 * was chance, so these schools rise towards their own level without any help; the effect is on top.
 */
function addProgramme(schools: readonly School[], fates: Map<string, Fate>): void {
  for (const { picked, years, schools: count } of programmeWaves) {
    const candidates = schools
      .filter((s) => s.per_grade >= 6 && steady(s) && ordinary(s) && !fates.has(s.id))
      .map((school) => ({ school, failure: observedFailure(school, picked, noFate) }))
      .sort((a, b) => b.failure - a.failure || (a.school.id < b.school.id ? -1 : 1));
    for (const { school } of candidates.slice(0, count)) {
      fates.set(school.id, { ...noFate, programme: [...years] });
    }
  }
}

/** Gives every school that has one its fate. At most one kind each, so that effects can be told apart. */
export function makeFates(schools: readonly School[]): Fates {
  const fates = new Map<string, Fate>();
  addTrends(schools, fates);
  addInflation(schools, fates);
  addProgramme(schools, fates);
  return fates;
}

/** Five strong schools accompany the programme. */
export function mentors(schools: readonly School[], fates: Fates): School[] {
  const strong = schools.filter((s) => !fates.has(s.id) && s.per_grade >= 10 && steady(s) && s.quality > 1);
  return stream('mentors').shuffle(strong).slice(0, 5);
}
