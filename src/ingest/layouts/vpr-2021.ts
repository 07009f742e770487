import { findHeader, ignored, type Layout } from './layout.ts';
import { absentFilter, journalMark, missing, pupilExtras, sexAnchor } from './pupils.ts';

const wanted = [
  'логин школы',
  'регион',
  'код обучающегося',
  /^отметка за предыдущ/,
  'пол',
  'класс',
  'вариант',
  'всего баллов',
  'балл за 1',
];

/** Individual VPR results, spring 2021: sheet `Sheet`; the column `регион` holds the municipality. */
export const vpr2021: Layout = {
  id: 'vpr-2021',
  recognise({ head }) {
    const header = findHeader(head, wanted);
    if (header.share < 0.7) return undefined;
    const journal = header.like(/^отметка за предыдущ/);
    const used = [
      'логин школы',
      'регион',
      'код обучающегося',
      'пол',
      'вариант',
      'всего баллов',
      journal ?? '',
    ];
    return {
      confidence: header.share,
      headerRow: header.row,
      profile: {
        table: 'pupils',
        header_row: header.row,
        columns: {
          school_id: { from: 'логин школы' },
          municipality_id: { from: 'регион', id_from_name: true },
          municipality_name: { from: 'регион' },
          score: { from: 'всего баллов' },
          ...(journal ? { journal_mark: journalMark(journal) } : {}),
        },
        constants: { procedure: 'vpr' },
        missing,
        filters: [absentFilter('вариант')],
        ...(header.has('пол') ? { anchor: sexAnchor('пол') } : {}),
        ...(header.has('код обучающегося') ? { unique: ['логин школы', 'код обучающегося'] } : {}),
        ignore: ignored(header.names, used, pupilExtras),
      },
    };
  },
};
