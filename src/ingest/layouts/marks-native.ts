import type { Rewrite } from '../sheet.ts';
import { groupCells, groupColumns, groupFilters, groupHeader, hasLogins, hierarchy } from './hierarchy.ts';
import { arePercents, findHeader, type Layout, numberOf } from './layout.ts';

const marks = ['2', '3', '4', '5'];
const note = ['note', '', '', '', '', ''];

function flattened(headerRow: number, at: { group: number; count: number; marks: number[] }): Rewrite {
  const walk = hierarchy();
  return (row, cells) => {
    if (row < headerRow) return cells;
    if (row === headerRow) return [...groupHeader, 'participants', ...marks];
    const text = cells[at.group] ?? '';
    if (numberOf(cells[at.count]) === undefined) return [...note, ...marks.map(() => '')];
    return [...groupCells(walk(text)), cells[at.count] ?? '', ...at.marks.map((i) => cells[i] ?? '')];
  };
}

/** "Статистика по отметкам" as the federal system gives it: titles, then groups of participants one below the other. */
export const marksNative: Layout = {
  id: 'marks-native',
  recognise({ head }) {
    const header = findHeader(head, ['Группы участников', 'Кол-во участников', ...marks]);
    if (header.share < 1) return undefined;
    const position = (name: string) =>
      header.names.findIndex((each) => each.toLowerCase() === name.toLowerCase());
    const at = {
      group: position('Группы участников'),
      count: position('Кол-во участников'),
      marks: marks.map(position),
    };
    const rows = head.slice(header.row);
    const first = rows.find((cells) => numberOf(cells[at.count]) !== undefined) ?? [];
    const percent = arePercents(
      numberOf(first[at.count]),
      at.marks.map((i) => numberOf(first[i])),
    );
    const mark = (from: string) => ({ from, ...(percent ? { percent: true as const } : {}) });
    return {
      confidence: hasLogins(rows.map((cells) => cells[at.group] ?? '')) ? 1 : 0.7,
      headerRow: header.row,
      profile: {
        table: 'results',
        header_row: header.row,
        columns: {
          ...groupColumns,
          participants: { from: 'participants' },
          mark_2: mark('2'),
          mark_3: mark('3'),
          mark_4: mark('4'),
          mark_5: mark('5'),
        },
        constants: { procedure: 'vpr' },
        filters: groupFilters,
      },
      rewrite: () => flattened(header.row, at),
    };
  },
};
