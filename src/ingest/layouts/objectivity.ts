import { findHeader, ignored, type Layout } from './layout.ts';

/** List of schools with signs of biased results: one row for each school and year, a column for each work. */
export const objectivity: Layout = {
  id: 'objectivity',
  recognise({ head }) {
    const header = findHeader(head, ['Год', 'Логин', 'Муниципалитет', 'ОО', 'Количество маркеров']);
    if (header.share < 0.8 || !header.has('Количество маркеров') || !header.has('Логин')) return undefined;
    return {
      confidence: header.share,
      headerRow: header.row,
      profile: {
        table: 'bias_list',
        header_row: header.row,
        columns: {
          school_id: { from: 'Логин' },
          ...(header.has('Год') ? { year: { from: 'Год' } } : {}),
          markers: { from: 'Количество маркеров' },
        },
        ignore: ignored(
          header.names,
          ['Логин', 'Год', 'Количество маркеров'],
          [/^муниципалитет$/, /^оо$/, /^№( п\/п)?$/, /^\d+ [а-я]{2,3}$/],
        ),
      },
    };
  },
};
