export { type Language, languages } from './languages.ts';

/** Words of the field, closed lists. Every room uses these and no synonyms (see docs/methodology.md, "Words"). */
export const procedures = ['vpr', 'oge', 'ege'] as const;
export const sessions = ['spring', 'autumn', 'main'] as const;
export const schoolTypes = ['primary', 'basic', 'secondary', 'lyceum', 'gymnasium', 'other'] as const;
export const localities = ['urban', 'rural'] as const;
export const levels = ['school', 'municipality', 'region'] as const;
export const presets = ['public', 'rounded', 'internal'] as const;

/** What the 30 % rule counts: a whole procedure, its subjects, or its subjects by grade. */
export const procedureUnits = ['procedure', 'procedure_subject', 'procedure_subject_grade'] as const;
/** Traits that schools are compared by. Never a result. */
export const similarityTraits = ['size', 'locality', 'small_school', 'wellbeing', 'type'] as const;

/** Of a rule whose counts may be ranges: it holds, fails or cannot be told for every table the ranges allow. */
export const ruleStates = ['met', 'not-met', 'undetermined', 'insufficient-data'] as const;
export const identificationStates = [
  'identified',
  'not-identified',
  'undetermined',
  'insufficient-data',
] as const;
export const clusters = ['500+', '2', '1', '3', 'none', 'undetermined', 'insufficient-data'] as const;
/** What may be said of a change of a share that is better when lower. */
export const verdicts = ['improved', 'worsened', 'no-clear-change', 'undetermined'] as const;
/** Markers of possible bias; the first four are those of the federal index. */
export const markers = [
  'inflated-mean',
  'journal-mismatch',
  'sharp-rise',
  'sharp-fall',
  'mark-boundary-spike',
  'journal-gap',
  'official-list',
] as const;

/** Why a value is absent. Never an empty cell alone, never 0. */
export const reasons = [
  'suppressed',
  'few-participants',
  'not-held',
  'not-applicable',
  'no-data',
  'break-in-series',
] as const;

/** What disclosure control did to a published row. `none`: every count is exact. */
export const protections = [
  'none',
  'suppressed',
  'few-participants',
  'few-failing',
  'coded-tail',
  'rounded',
  'widened',
  'remembered',
  'corrected',
] as const;

export type Procedure = (typeof procedures)[number];
export type Session = (typeof sessions)[number];
export type Level = (typeof levels)[number];
export type Preset = (typeof presets)[number];
export type Reason = (typeof reasons)[number];
export type Protection = (typeof protections)[number];
export type ProcedureUnit = (typeof procedureUnits)[number];
export type SimilarityTrait = (typeof similarityTraits)[number];
export type IdentificationState = (typeof identificationStates)[number];
export type Cluster = (typeof clusters)[number];
export type ChangeVerdict = (typeof verdicts)[number];
export type Marker = (typeof markers)[number];
