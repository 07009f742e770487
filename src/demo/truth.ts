import { type Fates, fateOf } from './fates.ts';
import { difficulty, type Fate, municipalityEffect } from './level.ts';
import type { Municipality } from './municipalities.ts';
import { seed } from './random.ts';
import { allScales } from './scales.ts';
import type { School } from './schools.ts';
import { model, years } from './settings.ts';
import { egeWorks, ogeWorks, vprWorks } from './works.ts';

function trendWord({ slope }: Fate): 'improving' | 'declining' | 'none' {
  if (slope === 0) return 'none';
  return slope > 0 ? 'improving' : 'declining';
}

function schoolTruth(school: School, fate: Fate) {
  return {
    school_id: school.id,
    quality: school.quality,
    social: school.social,
    per_grade: school.per_grade,
    trend: trendWord(fate),
    ...(fate.slope === 0 ? {} : { slope: fate.slope }),
    ...(fate.programme.length === 0 ? {} : { programme: fate.programme }),
    inflation: fate.inflation,
  };
}

function difficulties(schools: readonly School[]) {
  const seen = new Map<string, { procedure: string; subject: string; year: number; value: number }>();
  for (const year of years) {
    const vpr = schools.flatMap((school) => vprWorks(year, school.id));
    for (const { procedure, subject } of [...vpr, ...ogeWorks(year), ...egeWorks(year)]) {
      const value = difficulty(procedure, subject, year);
      seen.set(`${procedure} ${subject} ${year}`, { procedure, subject, year, value });
    }
  }
  return [...seen.keys()].sort().flatMap((key) => seen.get(key) ?? []);
}

/** `truth.json`: what a method should find, and what it should not. Schema in README.md. One line per record. */
export function truthFile(
  municipalities: readonly Municipality[],
  schools: readonly School[],
  fates: Fates,
): string {
  const list = (records: readonly object[]) => `[\n${records.map((r) => JSON.stringify(r)).join(',\n')}\n]`;
  const places = municipalities.map(({ id }) => ({ municipality_id: id, effect: municipalityEffect(id) }));
  return [
    `{"seed":${seed},`,
    `"model":${JSON.stringify(model)},`,
    `"scales":${JSON.stringify(allScales)},`,
    `"difficulties":${list(difficulties(schools))},`,
    `"municipalities":${list(places)},`,
    `"schools":${list(schools.map((school) => schoolTruth(school, fateOf(fates, school))))}}\n`,
  ].join('\n');
}
