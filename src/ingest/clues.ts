import type { SubjectRow } from '../contract/reference.ts';
import type { Procedure, Session } from '../contract/vocabulary.ts';

/** Where something was read that no column says. */
export type Place = 'file-name' | 'sheet-name' | 'title' | 'header' | 'data' | 'calendar';

export interface Clue {
  name: 'year' | 'subject' | 'grade' | 'written_in_grade' | 'procedure' | 'session' | 'school_id';
  value: string | number;
  place: Place;
  /** The words that say it. */
  text: string;
  /** Understood in one of two ways that are possible: the operator must look. */
  unsure?: true;
}

/** Texts to read, most trusted first. */
export type Texts = readonly (readonly [Place, string])[];

const word = (pattern: string, flags = 'iu') =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const procedureWords: [Procedure, RegExp][] = [
  ['vpr', word('ВПР|VPR')],
  ['oge', word('ОГЭ|OGE')],
  ['ege', word('ЕГЭ|EGE')],
];

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\.(xlsx|csv|txt)$/i, '')
    .replace(/[_\s]+/gu, ' ')
    .replace(/ё/gu, 'е');

function yearOf(text: string): { value: number; text: string; unsure?: true } | undefined {
  const pair = /(?<!\d)(20[0-4]\d)\s*[-–/]\s*(20[0-4]\d)(?!\d)/u.exec(text);
  if (pair) return { value: Number(pair[2]), text: pair[0], unsure: true };
  // A date says when a file was made, which need not be the year of the work.
  const bare = text.replace(/(?<!\d)(?:20\d\d[-.]\d\d[-.]\d\d|\d\d[-.]\d\d[-.]20\d\d)(?!\d)/gu, ' ');
  const years = [...new Set([...bare.matchAll(/(?<!\d)20[0-4]\d(?!\d)/gu)].map(([year]) => Number(year)))];
  const [first] = years;
  if (first !== undefined && years.length === 1) return { value: first, text: String(first) };
  if (first !== undefined) return { value: first, text: years.join(', '), unsure: true };
  const dated = /(?<!\d)(20[0-4]\d)(?!\d)/u.exec(text);
  return dated ? { value: Number(dated[1]), text: dated[0], unsure: true } : undefined;
}

const grades: RegExp[] = [
  /(?<!\d)(1[01]|[1-9])\s*[-–]?\s*(?:й|го|м|х|ые|ый)?\s*кл(?:асс\p{L}*|\.|(?!\p{L}))/iu,
  /класс\p{L}*\s*(?:№|:|-|–)?\s*(1[01]|[1-9])(?!\d)/iu,
];

function gradeOf(text: string): { value: number; text: string } | undefined {
  for (const pattern of grades) {
    const found = pattern.exec(text);
    if (found) return { value: Number(found[1]), text: found[0].trim() };
  }
  return undefined;
}

/** `5 класс (по программе 4 класса)`: the class that wrote, and the programme that the work was about. */
function programmeOf(text: string): { value: number; text: string } | undefined {
  const named = /по программе\s+(?:за\s+)?(1[01]|[1-9])\s*[-–]?\s*(?:го)?\s*класс\p{L}*/iu.exec(text);
  if (named) return { value: Number(named[1]), text: named[0] };
  const before = /по программе (?:предыдущего|прошлого) (?:года|класса)/iu.exec(text);
  const written = gradeOf(text);
  return before && written ? { value: written.value - 1, text: before[0] } : undefined;
}

/** Names of subjects, longest first, so that basic mathematics is not taken for mathematics. */
function subjectNames(subjects: readonly SubjectRow[]): { name: string; subject: string }[] {
  const names = subjects.flatMap(({ subject, ru, ru_dative, en, aliases }) =>
    [ru, ru_dative, en, ...(aliases ?? '').split('|')].map((name) => ({ name: name.trim(), subject })),
  );
  return names.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length);
}

function subjectOf(
  text: string,
  names: { name: string; subject: string }[],
): { value: string; text: string } | undefined {
  for (const { name, subject } of names) {
    // Two capital letters are an abbreviation only as they stand: «на» and «ма» are not.
    const flags = name.length <= 2 ? 'u' : 'iu';
    const found = word(escaped(name.replaceAll('ё', 'е')).replaceAll(' ', '\\s+'), flags).exec(text);
    if (found) return { value: subject, text: found[0] };
  }
  return undefined;
}

/** The session of a procedure in a year: VPR was moved to autumn in 2020 and 2022. */
export const sessionOf = (procedure: string, year: number): Session =>
  procedure !== 'vpr' ? 'main' : year === 2020 || year === 2022 ? 'autumn' : 'spring';

function loginOf(text: string): { value: string; text: string } | undefined {
  const found = /(?<![\p{L}\p{N}])((?:sch|edu)\d{4,})(?!\d)/iu.exec(text);
  return found?.[1] ? { value: found[1].toLowerCase(), text: found[0] } : undefined;
}

/**
 * Reads year, subject, grade and procedure from file name, sheet name and titles, each with where it stands.
 * Several places may say different things; all are returned, and `conflicts` finds them.
 */
export function readClues(texts: Texts, subjects: readonly SubjectRow[]): Clue[] {
  const names = subjectNames(subjects);
  const clues: Clue[] = [];
  const add = (
    name: Clue['name'],
    place: Place,
    found: Pick<Clue, 'value' | 'text' | 'unsure'> | undefined,
  ) => {
    if (found) clues.push({ name, place, ...found });
  };
  for (const [place, raw] of texts) {
    const text = plain(raw);
    const procedure = procedureWords.find(([, pattern]) => pattern.test(text));
    add('procedure', place, procedure && { value: procedure[0], text: procedure[1].exec(text)?.[0] ?? '' });
    add('year', place, yearOf(text));
    add('subject', place, subjectOf(text, names));
    add('school_id', place, loginOf(text));
    const programme = programmeOf(text);
    const written = gradeOf(programme ? text.replace(programme.text, '') : text);
    add('grade', place, programme ?? written);
    if (programme) add('written_in_grade', place, written);
  }
  return clues;
}

/** The first clue of each name, and those that another place contradicts. */
export function settle(clues: readonly Clue[]): {
  settled: Map<Clue['name'], Clue>;
  conflicts: [Clue, Clue][];
} {
  const settled = new Map<Clue['name'], Clue>();
  const conflicts: [Clue, Clue][] = [];
  for (const clue of clues) {
    const first = settled.get(clue.name);
    if (!first) settled.set(clue.name, clue);
    else if (first.value !== clue.value) conflicts.push([first, clue]);
  }
  return { settled, conflicts };
}

/** What follows from procedure and year: the session, and in autumn the class above the programme. */
export function completed(settled: Map<Clue['name'], Clue>): Map<Clue['name'], Clue> {
  const all = new Map(settled);
  const procedure = all.get('procedure');
  const year = all.get('year');
  if (!procedure || !year) return all;
  const session = sessionOf(String(procedure.value), Number(year.value));
  const text = `${procedure.value} ${year.value}`;
  all.set('session', { name: 'session', value: session, place: 'calendar', text });
  const grade = all.get('grade');
  if (session !== 'autumn' || !grade || all.has('written_in_grade')) return all;
  const value = Math.min(11, Number(grade.value) + 1);
  all.set('grade', { ...grade, unsure: true });
  all.set('written_in_grade', { name: 'written_in_grade', value, place: 'calendar', text, unsure: true });
  return all;
}
