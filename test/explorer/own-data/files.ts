import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import type { ScaleRow, SubjectRow } from '../../../src/contract/reference.ts';
import type { Scale } from '../../../src/explorer/own-data/analysis.ts';
import { readPupils } from '../../../src/explorer/own-data/read-pupils.ts';
import { readRows } from '../../../src/explorer/own-data/rows.ts';

const table = <R>(path: string): R[] =>
  Papa.parse<R>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

const subjects = table<SubjectRow>('data/reference/subjects.csv');

/** The scale of a work: of the set itself, or of the reference table. */
export function scaleOf(folder: string, subject: string, grade: number, year: number): Scale {
  const own = join(folder, 'scales.csv');
  const rows = [
    ...(existsSync(own) ? table<ScaleRow>(own) : []),
    ...table<ScaleRow>('data/reference/scales.csv'),
  ];
  const row = rows.find(
    (each) =>
      each.procedure === 'vpr' &&
      each.subject === subject &&
      Number(each.grade) === grade &&
      Number(each.year) === year,
  );
  if (!row) throw new Error(`no scale: ${subject} ${grade} ${year}`);
  return [Number(row.mark_3), Number(row.mark_4), Number(row.mark_5)];
}

export const fileOf = (path: string): File => new File([readFileSync(path)], basename(path));

/** A file as the page's worker reads it. */
export const read = async (file: File) => readPupils(await readRows(file, () => {}), subjects);

export const textFile = (text: string, name = 'ВПР 2025 математика 6 класс.csv'): File =>
  new File([text], name);
