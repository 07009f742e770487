import { findHeader, ignored, type Layout } from './layout.ts';
import { absentFilter, journalMark, missing, pupilExtras, sexAnchor } from './pupils.ts';

/** Individual VPR results, autumn 2020: `Sheet1`, English headers, the school as the user's login. */
export const vpr2020: Layout = {
  id: 'vpr-2020',
  recognise({ head }) {
    const header = findHeader(head, ['user', 'code', 'otc', 'gender', 'klass', 'var-1', 'sum', 'a-1-grade']);
    if (header.share < 0.7) return undefined;
    const used = ['user', 'sum', 'otc', 'var-1', 'gender', 'code'];
    return {
      confidence: header.share,
      headerRow: header.row,
      profile: {
        table: 'pupils',
        header_row: header.row,
        columns: { school_id: { from: 'user' }, score: { from: 'sum' }, journal_mark: journalMark('otc') },
        constants: { procedure: 'vpr' },
        missing,
        filters: [absentFilter('var-1')],
        anchor: sexAnchor('gender'),
        unique: ['user', 'code'],
        ignore: ignored(header.names, used, pupilExtras),
      },
    };
  },
};
