import type { Procedure, Session } from '../contract/vocabulary.ts';
import { stream } from './random.ts';
import { autumnYears } from './settings.ts';

/** One paper of one year: what a result row is about. */
export interface Work {
  year: number;
  procedure: Procedure;
  subject: string;
  /** Programme grade. */
  grade: number;
  session: Session;
}

/** Share of a grade that chooses an exam; ВПР and compulsory exams are for all. */
export const chosenBy: Readonly<Record<string, number>> = {
  'oge social-studies': 0.5,
  'oge biology': 0.24,
  'ege mathematics': 0.48,
  'ege social-studies': 0.42,
  'ege physics': 0.2,
};

/** Subjects of which ВПР draws one for each school and grade. */
const drawn: Readonly<Record<number, readonly string[]>> = {
  5: ['history', 'biology'],
  6: ['history', 'biology', 'geography', 'social-studies'],
  7: ['history', 'biology', 'geography', 'social-studies', 'physics'],
  8: ['history', 'biology', 'geography', 'social-studies', 'physics'],
};

function vprSubjects(year: number, grade: number, schoolId: string): readonly string[] {
  const always = ['russian', 'mathematics'];
  if (grade === 4) return [...always, 'world-around'];
  if (autumnYears.includes(year)) return always;
  if (grade === 5 && year < 2025) return [...always, 'history', 'biology'];
  if (year < 2023) return always;
  return [...always, stream('draw', schoolId, year, grade).pick(drawn[grade] ?? [])];
}

/** ВПР works of one school and year, whatever grades it teaches. */
export function vprWorks(year: number, schoolId: string): Work[] {
  const session = autumnYears.includes(year) ? 'autumn' : 'spring';
  return [4, 5, 6, 7, 8].flatMap((grade) =>
    vprSubjects(year, grade, schoolId).map(
      (subject): Work => ({ year, procedure: 'vpr', subject, grade, session }),
    ),
  );
}

const ogeSubjects = ['russian', 'mathematics', 'social-studies', 'biology'];
const egeSubjects = ['russian', 'mathematics', 'social-studies', 'physics'];

/** ОГЭ: not held in 2020, compulsory subjects only in 2021. */
export function ogeWorks(year: number): Work[] {
  if (year === 2020) return [];
  const subjects = year === 2021 ? ogeSubjects.slice(0, 2) : ogeSubjects;
  return subjects.map((subject): Work => ({ year, procedure: 'oge', subject, grade: 9, session: 'main' }));
}

export function egeWorks(year: number): Work[] {
  return egeSubjects.map(
    (subject): Work => ({ year, procedure: 'ege', subject, grade: 11, session: 'main' }),
  );
}

/** The class that sits in the room: one above the programme in autumn. */
export const writtenIn = (work: Work) => (work.session === 'autumn' ? work.grade + 1 : work.grade);

/** Names one cohort: the same children have the same number in every year. */
export const cohortOf = (work: Work) => work.year - work.grade;
