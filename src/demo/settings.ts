/** The model's numbers: latent units are standard deviations of pupils inside one school. See README.md. */
export const model = {
  /** Deviation between schools that lasts. */
  quality_sd: 0.58,
  /** Weight of the social index in quality; the rest is the school's own. */
  social_weight: 0.6,
  municipality_sd: 0.14,
  /** A school's lasting lead in one subject over its own level. */
  school_subject_sd: 0.14,
  /** What the children of one school and one year of birth share. */
  cohort_sd: 0.16,
  /** Difficulty of one year's papers, per procedure and subject. */
  difficulty_sd: 0.07,
  /** Autumn sessions: 8.2 % of "2" against 3.3 % half a year later, as in grade 4 mathematics of 2020 and 2021. */
  autumn_shift: { 4: -0.57, 5: -0.42, 6: -0.4, 7: -0.38, 8: -0.38 },
  /** ЕГЭ 2020 was taken by university applicants only. */
  applicants_2020_shift: 0.15,
  /** Shares of a pupil's variance: what stays over subjects and years, and what one paper adds. */
  ability_sd: 0.8,
  paper_sd: 0.6,
  /** Share of the maximum score per latent unit. */
  spread: 0.165,
  /** Total deviation (pupils and schools) that the easiness of a work is given in. */
  total_sd: 1.14,
  /** Trends start after this year. */
  trend_base_year: 2021,
  /** Latent gain per year in programme "500+", kept afterwards. */
  programme_effect: 0.06,
  present: { vpr: 0.88, oge: 0.985, ege: 0.985 },
  /** Grade 11 has this share of a full grade. */
  grade_11_share: 0.45,
  inflation: { shift: 0.3, reach: 0.15, probability: 0.8 },
} as const;

export const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025] as const;
export const autumnYears: readonly number[] = [2020, 2022];

/** The city whose ВПР results arrive as pupil rows, and the years in which they do. */
export const pupilMunicipality = '09707000';
export const pupilYears: readonly number[] = [2021, 2023, 2024, 2025];

export const region = { id: 'sr', name: 'Среднереченская область' } as const;

/** Waves of programme "500+": by which year's results schools are picked, when they take part, how many they are. */
export const programmeWaves = [
  { picked: 2020, years: [2021, 2022], schools: 13 },
  { picked: 2022, years: [2023, 2024], schools: 12 },
  { picked: 2024, years: [2025], schools: 10 },
] as const;
