import { findHeader, ignored, type Layout } from './layout.ts';
import { absentFilter, journalMark, missing, pupilExtras, sexAnchor } from './pupils.ts';

const wanted = [
  'Муниципалитет',
  'Школа',
  'Код',
  'Вариант',
  'Наименование класса',
  'Пол',
  /^отметка за предыдущ/,
  'Итого баллов',
];

/** Individual VPR results, autumn 2022: sheet `Протокол`; `edu223379 | МКОУ …`, `reg22_m019 | … район`. */
export const vpr2022: Layout = {
  id: 'vpr-2022',
  recognise({ head }) {
    const header = findHeader(head, wanted);
    if (header.share < 0.7 || !header.has('Школа')) return undefined;
    const journal = header.like(/^отметка за предыдущ/);
    const used = ['Муниципалитет', 'Школа', 'Код', 'Вариант', 'Пол', 'Итого баллов', journal ?? ''];
    return {
      confidence: header.share,
      headerRow: header.row,
      profile: {
        table: 'pupils',
        header_row: header.row,
        columns: {
          school_id: { from: 'Школа', split: ['|', 1] },
          school_name: { from: 'Школа', split: ['|', 2] },
          municipality_id: { from: 'Муниципалитет', split: ['|', 1] },
          municipality_name: { from: 'Муниципалитет', split: ['|', 2] },
          score: { from: 'Итого баллов' },
          ...(journal ? { journal_mark: journalMark(journal) } : {}),
        },
        constants: { procedure: 'vpr' },
        missing,
        filters: [absentFilter('Вариант')],
        ...(header.has('Пол') ? { anchor: sexAnchor('Пол') } : {}),
        ...(header.has('Код') ? { unique: ['Школа', 'Код'] } : {}),
        ignore: ignored(header.names, used, pupilExtras),
      },
    };
  },
};
