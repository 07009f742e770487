import type { ProfileDraft } from '../../contract/profile.ts';
import { sessionByYear } from '../sessions.ts';
import type { Rewrite } from '../sheet.ts';
import { wholePupils } from '../whole.ts';
import { groupCells, groupColumns, groupFilters, groupHeader, hierarchy } from './hierarchy.ts';
import { arePercents, type FoundHeader, findHeader, type Layout, numberOf, type Sighting } from './layout.ts';

const few = ['0', '1', '2', '3', '4', '5', '6', '7'];
const long = ['Год', 'Класс', 'Предмет', 'Логин', 'Кол-во участников'];
const native = ['Группы участников', 'Кол-во участников'];

interface Columns {
  group: number;
  count: number;
  /** Column by score. */
  scores: Map<string, number>;
  percent: boolean;
}

function columnsOf(header: FoundHeader, head: Sighting['head']): Columns {
  const position = (name: string) =>
    header.names.findIndex((each) => each.toLowerCase() === name.toLowerCase());
  const count = position('Кол-во участников');
  const scores = new Map(
    header.names.flatMap((name, i) => (/^\d{1,3}$/.test(name) ? [[name, i] as const] : [])),
  );
  const sample = head.slice(header.row).filter((cells) => numberOf(cells[count]));
  const percent = sample.some((cells) =>
    arePercents(
      numberOf(cells[count]),
      [...scores.values()].map((i) => numberOf(cells[i])),
    ),
  );
  return { group: position('Группы участников'), count, scores, percent };
}

/** Percentages of one row as whole pupils that add up to the participants; counts as they are. */
function pupils(cells: readonly string[], { count, scores, percent }: Columns): string[] {
  const texts = [...scores.values()].map((i) => cells[i] ?? '');
  const participants = numberOf(cells[count]);
  const values = texts.map(numberOf);
  if (!percent || participants === undefined) return texts;
  // What is no number stays as it is, for the rules to reject.
  if (texts.some((text, i) => text.trim() !== '' && values[i] === undefined)) return texts;
  return wholePupils(
    values.map((value) => value ?? 0),
    participants,
  ).map(String);
}

const unpivot = ({ scores }: Columns): ProfileDraft['unpivot'] => ({
  into: 'participants',
  columns: Object.fromEntries([...scores.keys()].map((score) => [score, { score: Number(score) }])),
});

/** Numbers of primary scores, the wide table that has a column for each score, with percentages or counts. */
export const scoresLong: Layout = {
  id: 'scores-long',
  recognise({ head }) {
    const header = findHeader(head, [...long, ...few]);
    if (header.share < 0.8 || !header.has('Логин')) return undefined;
    const columns = columnsOf(header, head);
    const taken = [...columns.scores.values()];
    const rewrite: Rewrite = (row, cells) => {
      if (row <= header.row) return cells;
      const whole = pupils(cells, columns);
      return cells.map((cell, i) => (taken.includes(i) ? (whole[taken.indexOf(i)] ?? '') : cell));
    };
    const kept = ['Муниципалитет', 'ОО', 'Кол-во участников', 'Средний балл'].filter((name) =>
      header.has(name),
    );
    const own = { year: 'Год', grade: 'Класс', subject: 'Предмет' };
    const present = Object.entries(own).filter(([, from]) => header.has(from));
    return {
      confidence: header.share,
      headerRow: header.row,
      profile: {
        table: 'score_distribution',
        header_row: header.row,
        columns: {
          school_id: { from: 'Логин' },
          ...(header.has('Год') ? { session: sessionByYear('Год') } : {}),
          ...Object.fromEntries(present.map(([name, from]) => [name, { from }])),
        },
        constants: { procedure: 'vpr' },
        unpivot: unpivot(columns),
        ignore: kept,
      },
      ...(columns.percent ? { rewrite: () => rewrite } : {}),
    };
  },
};

/** "Распределение первичных баллов" as the federal system gives it. */
export const scoresNative: Layout = {
  id: 'scores-native',
  recognise({ head }) {
    const header = findHeader(head, [...native, ...few]);
    if (header.share < 1) return undefined;
    const columns = columnsOf(header, head);
    const names = [...columns.scores.keys()];
    const rewrite = (): Rewrite => {
      const walk = hierarchy();
      return (row, cells) => {
        if (row < header.row) return cells;
        if (row === header.row) return [...groupHeader, ...names];
        if (numberOf(cells[columns.count]) === undefined) return ['note', ...names.map(() => '')];
        return [...groupCells(walk(cells[columns.group] ?? '')), ...pupils(cells, columns)];
      };
    };
    return {
      confidence: 1,
      headerRow: header.row,
      profile: {
        table: 'score_distribution',
        header_row: header.row,
        columns: { school_id: groupColumns.school_id ?? { from: 'school_id' } },
        constants: { procedure: 'vpr' },
        filters: groupFilters,
        unpivot: unpivot(columns),
        ignore: groupHeader.filter((name) => name !== 'school_id' && name !== 'level'),
      },
      rewrite,
    };
  },
};
