import type { Rewrite } from '../sheet.ts';
import { groupCells, groupColumns, groupFilters, groupHeader, hasLogins, hierarchy } from './hierarchy.ts';
import { findHeader, type Layout } from './layout.ts';

const parts: [RegExp, 'lowered' | 'confirmed' | 'raised' | 'all'][] = [
  [/^\s*понизили/iu, 'lowered'],
  [/^\s*подтвердили/iu, 'confirmed'],
  [/^\s*повысили/iu, 'raised'],
  [/^\s*всего/iu, 'all'],
];

/** Four rows below each group become one, on the line of `Всего`; the others are parts of it. */
function flattened(headerRow: number, at: { group: number; count: number }): Rewrite {
  const walk = hierarchy();
  let group = walk('');
  let counts: Record<string, string> = {};
  const blank = ['', '', '', ''];
  return (row, cells) => {
    if (row < headerRow) return cells;
    if (row === headerRow) return [...groupHeader, 'participants', 'lowered', 'confirmed', 'raised'];
    const text = cells[at.group] ?? '';
    const part = parts.find(([pattern]) => pattern.test(text))?.[1];
    if (part === undefined) {
      group = walk(text);
      counts = {};
      return ['part', '', '', '', '', ...blank];
    }
    counts[part] = cells[at.count] ?? '';
    if (part !== 'all') return ['part', '', '', '', '', ...blank];
    const { all = '', lowered = '', confirmed = '', raised = '' } = counts;
    return [...groupCells(group), all, lowered, confirmed, raised];
  };
}

/** "Сравнение отметок с отметками по журналу": how many marks are below, as, and above the journal's, for each group. */
export const journal: Layout = {
  id: 'journal',
  recognise({ head }) {
    const header = findHeader(head, ['Группы участников', 'Кол-во участников']);
    const normal = header.names.map((name) => name.toLowerCase());
    const at = { group: normal.indexOf('группы участников'), count: normal.indexOf('кол-во участников') };
    const texts = head.slice(header.row).map((cells) => cells[at.group] ?? '');
    const present = parts.filter(([pattern]) => texts.some((text) => pattern.test(text))).length;
    if (header.share < 1 || present < parts.length) return undefined;
    return {
      confidence: hasLogins(texts) ? 1 : 0.7,
      headerRow: header.row,
      profile: {
        table: 'results',
        part: true,
        header_row: header.row,
        columns: {
          ...groupColumns,
          participants: { from: 'participants' },
          journal_lowered: { from: 'lowered' },
          journal_confirmed: { from: 'confirmed' },
          journal_raised: { from: 'raised' },
        },
        constants: { procedure: 'vpr' },
        filters: groupFilters,
      },
      rewrite: () => flattened(header.row, at),
    };
  },
};
