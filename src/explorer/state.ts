/** What the reader has chosen. `grade` null: every grade; `municipality` '': the whole region. */
export interface Selection {
  procedure: string;
  subject: string;
  grade: number | null;
  municipality: string;
}

/** A part of the address that is not among the choices and was left out. */
export interface StateProblem {
  field: string;
  value: string;
}

export interface ExplorerState extends Selection {
  problems: StateProblem[];
}

/** Grades by procedure and subject, as the release has them. The first of each stand in for an absent choice. */
export type Offers = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

/** The values a reader may choose. */
export interface Choices {
  offers: Offers;
  municipalities: readonly string[];
}

export const subjectsOf = (offers: Offers, procedure: string): string[] =>
  Object.keys(offers[procedure] ?? {});

/** Every grade together, and each alone where there are several. */
export function gradesOffered(offers: Offers, procedure: string, subject: string): (number | null)[] {
  const grades = offers[procedure]?.[subject] ?? [];
  return grades.length > 1 ? [null, ...grades] : [null];
}

/** The nearest selection that the release has: what it lacks becomes the first that it has. */
export function offered(
  { procedure, subject, grade, municipality }: Selection,
  { offers }: Choices,
): Selection {
  const procedures = Object.keys(offers);
  const held = procedures.includes(procedure) ? procedure : (procedures[0] ?? '');
  const subjects = subjectsOf(offers, held);
  const taken = subjects.includes(subject) ? subject : (subjects[0] ?? '');
  const known = gradesOffered(offers, held, taken).includes(grade);
  return { procedure: held, subject: taken, grade: known ? grade : null, municipality };
}

/** Reads the state from an address. Never throws: what is unknown is dropped and listed in `problems`. */
export function readState(params: URLSearchParams, choices: Choices): ExplorerState {
  const problems: StateProblem[] = [];
  const pick = (field: keyof Selection, allowed: readonly string[], otherwise: string): string => {
    const value = params.get(field);
    if (value === null) return otherwise;
    if (allowed.includes(value)) return value;
    problems.push({ field, value });
    return otherwise;
  };
  const procedures = Object.keys(choices.offers);
  const procedure = pick('procedure', procedures, procedures[0] ?? '');
  const subjects = subjectsOf(choices.offers, procedure);
  const subject = pick('subject', subjects, subjects[0] ?? '');
  const grades = gradesOffered(choices.offers, procedure, subject).map(gradeText);
  return {
    procedure,
    subject,
    grade: gradeOf(pick('grade', grades, '')),
    municipality: pick('municipality', ['', ...choices.municipalities], ''),
    problems,
  };
}

/** The address of a state: every field but an empty municipality, always in the same order. */
export function writeState(state: Selection): URLSearchParams {
  const params = new URLSearchParams({
    procedure: state.procedure,
    subject: state.subject,
    grade: gradeText(state.grade),
  });
  if (state.municipality !== '') params.set('municipality', state.municipality);
  return params;
}

/** True when two states show the same. */
export const sameSelection = (a: Selection, b: Selection): boolean =>
  writeState(a).toString() === writeState(b).toString();

/** A grade as the value of a form's option, '' for every grade. */
export const gradeText = (grade: number | null): string => (grade === null ? '' : String(grade));
/** The reverse of `gradeText`. */
export const gradeOf = (text: string): number | null => (text === '' ? null : Number(text));
