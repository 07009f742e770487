import { numberOf } from '../../ingest/layouts/layout.ts';
import type { Task } from './pupil-file.ts';

/** Headers of single tasks in the built-in forms: `балл за 1`, `a-1-grade`, `9(1) (1б)`, `12K1 (2б)`, `К1`. */
const forms = [
  /^балл за (\d[^\s]*)$/iu,
  /^a-(\d+)-grade$/iu,
  /^(\d+[\d.,a-zа-я]*(?:\s*\(\d+\))*)\s*(?:\((\d+)\s*б\.?\))?$/iu,
  /^([кk]\d+)\s*(?:\((\d+)\s*б\.?\))?$/iu,
];

export interface TaskColumn {
  at: number;
  name: string;
  /** `undefined` where the header does not say it. */
  most: number | undefined;
}

/** The columns of tasks of a header. */
export function taskColumns(names: readonly string[]): TaskColumn[] {
  return names.flatMap((text, at) => {
    for (const form of forms) {
      const found = form.exec(text.replace(/\s+/gu, ' ').trim());
      if (found?.[1]) return [{ at, name: found[1], most: found[2] ? Number(found[2]) : undefined }];
    }
    return [];
  });
}

/** Points of a task: a number, or nothing where it was not done or not reached. */
export const pointsOf = (cell: string | undefined): number | null => numberOf(cell) ?? null;

/** The most that each task gives; columns in which nobody has a number are tasks that the work does not have. */
export function taskList(
  columns: readonly TaskColumn[],
  points: readonly (readonly (number | null)[])[],
): { tasks: Task[]; kept: number[] } {
  const highest = columns.map((_, i) => points.reduce((most, row) => Math.max(most, row[i] ?? -1), -1));
  const kept = columns.flatMap(({ most }, i) => (most !== undefined || (highest[i] ?? -1) > 0 ? [i] : []));
  const tasks = kept.map((i) => {
    const { name, most } = columns[i] as TaskColumn;
    return { name, most: Math.max(most ?? 0, highest[i] ?? 0), stated: most !== undefined };
  });
  return { tasks, kept };
}
