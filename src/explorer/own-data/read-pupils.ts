import { Fault } from '../../contract/fault.ts';
import type { SubjectRow } from '../../contract/reference.ts';
import { completed, readClues, settle } from '../../ingest/clues.ts';
import { type Guess, guesses } from '../../ingest/layouts/catalogue.ts';
import { numberOf } from '../../ingest/layouts/layout.ts';
import { textsOf } from '../../ingest/texts.ts';
import { cleaned, RowReader } from './cells.ts';
import { dropPersonal } from './personal.ts';
import type { Pupil, PupilFile, Work } from './pupil-file.ts';
import type { Sheet } from './rows.ts';
import { pointsOf, taskColumns, taskList } from './tasks.ts';

const seenRows = 40;
/** Forms of state exams have no tasks as columns and names that were never asked for. */
const individual = /^vpr-/;

function choose(sheets: readonly Sheet[]): { sheet: Sheet; guess: Guess } {
  const all = sheets.flatMap((sheet) => {
    const [guess] = guesses({ ...sheet, head: sheet.rows.slice(0, seenRows) });
    return guess ? [{ sheet, guess }] : [];
  });
  const known = all.filter(({ guess }) => individual.test(guess.id));
  const best = known.sort((a, b) => b.guess.confidence - a.guess.confidence)[0];
  if (best) return best;
  const [first] = sheets;
  const file = first?.fileName ?? '';
  if (sheets.every(({ rows }) => rows.every((row) => row.every((cell) => /^[\s;,|]*$/.test(cell)))))
    throw new Fault('own-no-rows', { file });
  const other = all[0]?.guess.id;
  throw other
    ? new Fault('own-not-individual', { file }, { layout: other })
    : new Fault('own-unknown-layout', { file });
}

function workOf(sheet: Sheet, guess: Guess, subjects: readonly SubjectRow[]): { work: Work; school: string } {
  const texts = textsOf({ ...sheet, head: sheet.rows.slice(0, seenRows) }, guess);
  const { settled } = settle(readClues(texts, subjects));
  if (!settled.has('procedure'))
    settled.set('procedure', { name: 'procedure', value: 'vpr', place: 'data', text: '' });
  const clues = completed(settled);
  const number = (name: 'year' | 'grade' | 'written_in_grade') => {
    const value = clues.get(name)?.value;
    return value === undefined ? undefined : Number(value);
  };
  const [year, grade, writtenIn] = [number('year'), number('grade'), number('written_in_grade')];
  const subject = clues.get('subject')?.value;
  return {
    work: {
      ...(year === undefined ? {} : { year }),
      ...(grade === undefined ? {} : { grade }),
      ...(writtenIn === undefined ? {} : { writtenIn }),
      ...(subject === undefined ? {} : { subject: String(subject) }),
    },
    school: String(clues.get('school_id')?.value ?? ''),
  };
}

const classHeader = /^(класс|klass|наименование класса|класс №.*)$/iu;

/** `6 «а»` → `6А`; words for "none" → nothing. */
function classOf(text: string): string {
  const plain = cleaned(text)
    .replace(/[\s«»"'.–-]+/gu, '')
    .toUpperCase();
  return /^НЕТ$|^НЕЗАПОЛНЕНО$/.test(plain) ? '' : plain.slice(0, 12);
}

type Read = Pupil | 'absent' | { rule: string } | undefined;

function rowReader(names: string[], guess: Guess, school: string) {
  const { profile } = guess;
  const reader = new RowReader(names, profile);
  const columns = taskColumns(names);
  const klass = names.findIndex((name) => classHeader.test(cleaned(name)));
  const absent = profile.filters?.map(({ from, drop = [] }) => ({ from, drop: new Set(drop) })) ?? [];
  const sexes = profile.anchor && new Set(profile.anchor.values);
  const code = names.findIndex((name) => /^(код|код обучающегося|code)$/iu.test(cleaned(name)));
  const read = (cells: readonly string[], line: number): Read => {
    if (cells.every((cell) => cell.trim() === '')) return undefined;
    if (absent.some(({ from, drop }) => drop.has(reader.raw(cells, from)))) return 'absent';
    const sex = profile.anchor ? reader.raw(cells, profile.anchor.from).toLowerCase() : '';
    if (sex !== '' && !sexes?.has(sex)) return { rule: 'shifted-row' };
    const text = reader.text(cells, 'score');
    if (text === '') return { rule: 'missing-value' };
    const score = numberOf(text);
    if (score === undefined) return { rule: 'not-a-number' };
    if (score < 0 || score > 1000) return { rule: 'out-of-range' };
    const journal = numberOf(reader.text(cells, 'journal_mark'));
    return {
      ...{ line, score, code: cleaned(cells[code]).slice(0, 40), klass: classOf(cells[klass] ?? '') },
      school: reader.text(cells, 'school_id').toLowerCase().slice(0, 80) || school,
      municipality: reader.text(cells, 'municipality_name').slice(0, 200),
      journal: journal !== undefined && [2, 3, 4, 5].includes(journal) ? journal : null,
      tasks: columns.map(({ at }) => pointsOf(cells[at])),
    };
  };
  return { read, columns, name: (cells: readonly string[]) => reader.text(cells, 'school_name') };
}

interface Sorted {
  pupils: Pupil[];
  absent: number;
  rejected: Map<string, number[]>;
  schoolNames: Record<string, string>;
}

function sorted(rows: string[][], from: number, reader: ReturnType<typeof rowReader>): Sorted {
  const made: Sorted = { pupils: [], absent: 0, rejected: new Map(), schoolNames: Object.create(null) };
  const known = new Set<string>();
  const reject = (rule: string, line: number) => {
    const lines = made.rejected.get(rule);
    if (lines) lines.push(line);
    else made.rejected.set(rule, [line]);
  };
  for (let i = from; i < rows.length; i++) {
    const cells = rows[i] ?? [];
    const read = reader.read(cells, i + 1);
    if (read === undefined) continue;
    if (read === 'absent') made.absent++;
    else if ('rule' in read) reject(read.rule, i + 1);
    else {
      const key = JSON.stringify([read.school, read.code]);
      if (read.code !== '' && known.has(key)) reject('repeated-pupil', i + 1);
      else made.pupils.push(read);
      known.add(key);
      const name = reader.name(cells);
      if (name) made.schoolNames[read.school] ??= name.slice(0, 200);
    }
  }
  return made;
}

/**
 * The pupils of a file that is in one of the built-in forms of individual results. Personal data are gone from the rows
 * before anything is read of them.
 * @throws Fault `own-unknown-layout`, `own-not-individual`, `own-no-rows`, `own-no-pupils`
 */
export function readPupils(sheets: readonly Sheet[], subjects: readonly SubjectRow[]): PupilFile {
  const { sheet, guess } = choose(sheets);
  const { work, school } = workOf(sheet, guess, subjects);
  const names = [...(sheet.rows[guess.headerRow - 1] ?? [])];
  const dropped = dropPersonal(sheet.rows, guess.headerRow);
  const reader = rowReader(names, guess, school);
  const { pupils, absent, rejected, schoolNames } = sorted(sheet.rows, guess.headerRow, reader);
  if (pupils.length === 0) throw new Fault('own-no-pupils', { file: sheet.fileName }, { absent });
  const { tasks, kept } = taskList(
    reader.columns,
    pupils.map((pupil) => pupil.tasks),
  );
  for (const pupil of pupils) pupil.tasks = kept.map((i) => pupil.tasks[i] ?? null);
  return {
    ...{ fileName: sheet.fileName, sheetName: sheet.sheetName ?? '', layout: guess.id },
    ...{ work, pupils, tasks, schoolNames, absent, dropped },
    rejected: [...rejected].map(([rule, lines]) => ({ rule, lines })),
  };
}
