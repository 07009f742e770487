/** What the reader has chosen. `grade` null: every grade; `municipality` '': the whole region. */
export interface Selection {
  procedure: string;
  subject: string;
  grade: number | null;
  municipality: string;
}

/** A part of the address that is not among the choices and was left out. */
export interface StateProblem {
  field: keyof Selection;
  value: string;
}

export interface ExplorerState extends Selection {
  problems: StateProblem[];
}

/** The values a reader may choose. The first procedure, subject and grade stand in for an absent one. */
export interface Choices {
  procedures: readonly string[];
  subjects: readonly string[];
  grades: readonly (number | null)[];
  municipalities: readonly string[];
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
  const grades = choices.grades.map(gradeText);
  return {
    procedure: pick('procedure', choices.procedures, choices.procedures[0] ?? ''),
    subject: pick('subject', choices.subjects, choices.subjects[0] ?? ''),
    grade: gradeOf(pick('grade', grades, grades[0] ?? '')),
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
