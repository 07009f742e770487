import { findHeader, ignored, type Layout } from './layout.ts';
import { absentFilter, journalMark, missing, pupilExtras, sexAnchor } from './pupils.ts';

const wanted = ['Код', /^вариант/, 'Пол', /^отметка за предыдущ/, 'Итого баллов', /^класс/];

/** The form that one school fills in, 2025: no column names the school, whose login stands in the file name. */
export const vprSchool: Layout = {
  id: 'vpr-school',
  recognise({ head }) {
    const header = findHeader(head, wanted);
    if (header.share < 0.8 || header.has('Школа') || header.has('логин школы')) return undefined;
    const journal = header.like(/^отметка за предыдущ/);
    const variant = header.like(/^вариант/);
    const group = header.like(/^класс/);
    const used = ['Код', 'Пол', 'Итого баллов', variant ?? '', journal ?? ''];
    return {
      confidence: header.share * 0.95,
      headerRow: header.row,
      profile: {
        table: 'pupils',
        header_row: header.row,
        columns: {
          score: { from: 'Итого баллов' },
          ...(journal ? { journal_mark: journalMark(journal) } : {}),
        },
        constants: { procedure: 'vpr' },
        missing,
        filters: variant ? [absentFilter(variant)] : [],
        anchor: sexAnchor('Пол'),
        unique: ['Код'],
        ignore: ignored(header.names, used, pupilExtras),
      },
      also: group ? [group] : [],
    };
  },
};
