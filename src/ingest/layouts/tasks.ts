import type { Rewrite } from '../sheet.ts';
import { groupCells, groupColumns, groupFilters, groupHeader, hasLogins, hierarchy } from './hierarchy.ts';
import { findHeader, type Layout, numberOf, type Sighting } from './layout.ts';

/** `1`, `2.1`, `5K1`, `1 (2б)`: a task, and the most it gives where the header says it. */
const task = /^\d+[\d.,kк()]*(?:\s*\((\d+)\s*б\.?\))?$/iu;

interface Columns {
  group: number;
  count: number;
  tasks: number[];
  maxima: number[];
}

function maximaOf(names: readonly string[], tasks: number[], rows: Sighting['head']): number[] {
  const inHeader = tasks.map((i) => Number(task.exec(names[i] ?? '')?.[1] ?? Number.NaN));
  if (inHeader.every((max) => max > 0)) return inHeader;
  const row = rows.find((cells) => cells.some((cell) => /^\s*макс/iu.test(cell)));
  return tasks.map((i) => numberOf(row?.[i]) ?? Number.NaN);
}

/** Mean share of the maximum: each task's percentage weighs as much as the task. Empty when a task has no number. */
function completion(cells: readonly string[], { tasks, maxima }: Columns): string {
  const percents = tasks.map((i) => numberOf(cells[i]));
  if (percents.some((percent) => percent === undefined)) return '';
  const gained = percents.reduce<number>((sum, percent, i) => sum + (percent ?? 0) * (maxima[i] ?? 0), 0);
  return (gained / maxima.reduce((a, b) => a + b, 0) / 100).toFixed(6);
}

function flattened(headerRow: number, columns: Columns): Rewrite {
  const walk = hierarchy();
  return (row, cells) => {
    if (row < headerRow) return cells;
    if (row === headerRow) return [...groupHeader, 'participants', 'completion'];
    if (numberOf(cells[columns.count]) === undefined) return ['note', '', '', '', '', '', ''];
    const group = walk(cells[columns.group] ?? '');
    return [...groupCells(group), cells[columns.count] ?? '', completion(cells, columns)];
  };
}

/**
 * "Выполнение заданий": percentages of each task for each group. Recognised only when the tasks' maxima are known,
 * from their headers or a row "Макс. балл": an unweighted mean would be another figure.
 */
export const tasks: Layout = {
  id: 'tasks',
  recognise({ head }) {
    const header = findHeader(head, ['Группы участников', 'Кол-во участников', /^1(\D|$)/]);
    if (header.share < 1) return undefined;
    const normal = header.names.map((name) => name.toLowerCase());
    const at = normal.flatMap((name, i) => (task.test(name) ? [i] : []));
    const rows = head.slice(header.row);
    const columns: Columns = {
      group: normal.indexOf('группы участников'),
      count: normal.indexOf('кол-во участников'),
      tasks: at,
      maxima: maximaOf(header.names, at, rows),
    };
    if (columns.maxima.some((max) => !(max > 0))) return undefined;
    return {
      confidence: hasLogins(rows.map((cells) => cells[columns.group] ?? '')) ? 1 : 0.7,
      headerRow: header.row,
      profile: {
        table: 'results',
        part: true,
        header_row: header.row,
        columns: {
          ...groupColumns,
          participants: { from: 'participants' },
          completion_mean: { from: 'completion' },
        },
        constants: { procedure: 'vpr' },
        filters: groupFilters,
      },
      rewrite: () => flattened(header.row, columns),
    };
  },
};
