/** Words of the field, closed lists. Every room uses these and no synonyms (see docs/methodology.md, "Words"). */
export const procedures = ['vpr', 'oge', 'ege'] as const;
export const sessions = ['spring', 'autumn', 'main'] as const;
export const schoolTypes = ['primary', 'basic', 'secondary', 'lyceum', 'gymnasium', 'other'] as const;
export const localities = ['urban', 'rural'] as const;
export const levels = ['school', 'municipality', 'region'] as const;
export const presets = ['public', 'rounded', 'internal'] as const;
export const languages = ['ru', 'en'] as const;

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
  'one-mark',
  'rounded',
] as const;

export type Procedure = (typeof procedures)[number];
export type Session = (typeof sessions)[number];
export type Level = (typeof levels)[number];
export type Preset = (typeof presets)[number];
export type Language = (typeof languages)[number];
export type Reason = (typeof reasons)[number];
export type Protection = (typeof protections)[number];
