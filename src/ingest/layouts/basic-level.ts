import type { Rewrite } from '../sheet.ts';
import { groupCells, groupColumns, groupFilters, groupHeader, hasLogins, hierarchy } from './hierarchy.ts';
import { findHeader, type Layout, numberOf } from './layout.ts';

function flattened(headerRow: number, group: number, count: number, level: number): Rewrite {
  const walk = hierarchy();
  return (row, cells) => {
    if (row < headerRow) return cells;
    if (row === headerRow) return [...groupHeader, 'participants', 'basic'];
    if (numberOf(cells[count]) === undefined) return ['note', '', '', '', '', '', ''];
    return [...groupCells(walk(cells[group] ?? '')), cells[count] ?? '', cells[level] ?? ''];
  };
}

/** "Достижение планируемых результатов" by groups: participants and those who reached the basic level. */
export const basicLevel: Layout = {
  id: 'basic-level',
  recognise({ head }) {
    const header = findHeader(head, ['Группы участников', 'Кол-во участников', /базов/]);
    if (header.share < 1) return undefined;
    const normal = header.names.map((name) => name.toLowerCase());
    const group = normal.indexOf('группы участников');
    const count = normal.indexOf('кол-во участников');
    const level = normal.findIndex((name) => /базов/.test(name));
    const percent = /%|доля|процент/.test(normal[level] ?? '');
    return {
      confidence: hasLogins(head.slice(header.row).map((cells) => cells[group] ?? '')) ? 1 : 0.7,
      headerRow: header.row,
      profile: {
        table: 'results',
        part: true,
        header_row: header.row,
        columns: {
          ...groupColumns,
          participants: { from: 'participants' },
          basic_level_met: { from: 'basic', ...(percent ? { percent: true as const } : {}) },
        },
        constants: { procedure: 'vpr' },
        filters: groupFilters,
      },
      rewrite: () => flattened(header.row, group, count, level),
    };
  },
};
