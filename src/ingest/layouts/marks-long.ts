import type { ProfileDraft } from '../../contract/profile.ts';
import { sessionByYear } from '../sessions.ts';
import { arePercents, findHeader, type Layout, numberOf } from './layout.ts';

const wanted = [
  'Год',
  'Класс',
  'Предмет',
  'Муниципалитет',
  'ОО',
  'Логин',
  'Кол-во участников',
  '2',
  '3',
  '4',
  '5',
];

/** Statistics by marks, one row for each school, subject, grade and year; the marks as percentages or counts. */
export const marksLong: Layout = {
  id: 'marks-long',
  recognise({ head }) {
    const header = findHeader(head, wanted);
    if (header.share < 0.8 || !header.has('Логин') || header.has('1')) return undefined;
    const position = (name: string) =>
      header.names.findIndex((each) => each.toLowerCase() === name.toLowerCase());
    const sample = head.slice(header.row).filter((cells) => numberOf(cells[position('Кол-во участников')]));
    const percent = sample.some((cells) =>
      arePercents(
        numberOf(cells[position('Кол-во участников')]),
        ['2', '3', '4', '5'].map((mark) => numberOf(cells[position(mark)])),
      ),
    );
    const mark = (from: string) => ({ from, ...(percent ? { percent: true as const } : {}) });
    const optional = (ours: string, from: string): ProfileDraft['columns'] =>
      header.has(from) ? { [ours]: { from } } : {};
    return {
      ...{ confidence: header.share, headerRow: header.row },
      profile: {
        table: 'results',
        header_row: header.row,
        columns: {
          school_id: { from: 'Логин' },
          ...optional('school_name', 'ОО'),
          ...(header.has('Муниципалитет')
            ? { municipality_id: { from: 'Муниципалитет', id_from_name: true as const } }
            : {}),
          ...optional('municipality_name', 'Муниципалитет'),
          ...optional('year', 'Год'),
          ...(header.has('Год') ? { session: sessionByYear('Год') } : {}),
          ...optional('grade', 'Класс'),
          ...optional('subject', 'Предмет'),
          participants: { from: 'Кол-во участников' },
          ...{ mark_2: mark('2'), mark_3: mark('3'), mark_4: mark('4'), mark_5: mark('5') },
        },
        constants: { procedure: 'vpr' },
      },
    };
  },
};
