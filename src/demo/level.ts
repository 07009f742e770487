import { effect } from './random.ts';
import type { School } from './schools.ts';
import { model } from './settings.ts';
import { cohortOf, type Work } from './works.ts';

/** What is hidden about a school beyond its quality. Nothing of it can be read off the data with certainty. */
export interface Fate {
  /** Latent gain per year after `model.trend_base_year`; 0 for most schools. */
  slope: number;
  /** Years in programme "500+". */
  programme: readonly number[];
  inflation: Inflation | null;
}

/** A school that writes its own results: in which grades, and what its journal looks like. */
export interface Inflation {
  grades: readonly number[];
  journal: 'copied' | 'inverted';
}

/** The fate of most schools. */
export const noFate: Fate = { slope: 0, programme: [], inflation: null };

/** Difficulty of one year's papers; negative: harder than usual. */
export const difficulty = (procedure: string, subject: string, year: number) =>
  effect(model.difficulty_sd, 'difficulty', procedure, subject, year);

/** Lasting lead of a municipality. */
export const municipalityEffect = (id: string) => effect(model.municipality_sd, 'municipality', id);

const trendAt = (fate: Fate, year: number) => fate.slope * Math.max(0, year - model.trend_base_year);

const programmeAt = (fate: Fate, year: number) =>
  model.programme_effect * fate.programme.filter((held) => held <= year).length;

const autumnShift: Readonly<Record<number, number>> = model.autumn_shift;

function sessionEffect({ procedure, grade, year, session }: Work): number {
  if (session === 'autumn') return autumnShift[grade] ?? 0;
  return procedure === 'ege' && year === 2020 ? model.applicants_2020_shift : 0;
}

/** The latent mean of one school's work, in deviations of a pupil; 0 is the region's ordinary level. */
export function levelOf(school: School, work: Work, fate: Fate): number {
  return (
    model.quality_sd * school.quality +
    municipalityEffect(school.municipality.id) +
    effect(model.school_subject_sd, 'subject', school.id, work.subject) +
    effect(model.cohort_sd, 'cohort', school.id, cohortOf(work)) +
    difficulty(work.procedure, work.subject, work.year) +
    sessionEffect(work) +
    trendAt(fate, work.year) +
    programmeAt(fate, work.year)
  );
}
