import { findHeader, ignored, type Layout } from './layout.ts';

const counts = { PASSES_OVER_220: 'ege-over-220', PASSER_UNDER_160: 'ege-under-160' };

/** Open data of Moscow, set 9722: pupils of a school with over 220 and under 160 points in three exams. */
export const moscow9722: Layout = {
  id: 'moscow-9722',
  recognise({ head }) {
    const wanted = ['EDU_NAME', 'AdmArea', 'District', 'YEAR', ...Object.keys(counts)];
    const header = findHeader(head, wanted);
    if (header.share < 0.8 || !header.has('EDU_NAME') || !header.has('YEAR')) return undefined;
    const column = header.names.findIndex((name) => name.toUpperCase() === 'YEAR');
    const years = head.slice(header.row).map((cells) => cells[column] ?? '');
    // `2018-2019` is a school year: its exams are those of the second.
    const schoolYear = years.some((year) => /^\s*\d{4}\s*[-–/]\s*\d{4}/.test(year));
    const present = Object.entries(counts).filter(([name]) => header.has(name));
    return {
      confidence: header.share,
      headerRow: header.row,
      profile: {
        table: 'observations',
        header_row: header.row,
        columns: {
          entity_id: { from: 'EDU_NAME', id_from_name: true },
          year: { from: 'YEAR', ...(schoolYear ? { substring: [6, 4] as [number, number] } : {}) },
        },
        constants: { entity_level: 'school' },
        unpivot: {
          into: 'numerator',
          columns: Object.fromEntries(
            present.map(([name, id]) => [name, { indicator_id: id, dimension: '' }]),
          ),
        },
        ignore: ignored(
          header.names,
          ['EDU_NAME', 'YEAR', ...present.map(([name]) => name)],
          [/^(admarea|district|global_id|id|edu_.*)$/],
        ),
      },
    };
  },
};
