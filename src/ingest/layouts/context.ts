import { findHeader, ignored, type Layout, normalised } from './layout.ts';

const names = [/^(муниципалитет|оо|наименование оо|школа|№( п\/п)?)$/];

/** Kinds that have a word of ours; any other is rejected until the profile names it. */
const kinds = {
  кадровый: 'staff',
  кадровые: 'staff',
  'материально-технический': 'material',
  'материально-технические': 'material',
};

/** Form of resource deficits: one row for each school, year and kind. */
export const deficits: Layout = {
  id: 'deficits',
  recognise({ head }) {
    const header = findHeader(head, ['Логин', 'Год', /дефицит/, /^выявлен/, /^устран[её]н/]);
    const kind = header.like(/дефицит/);
    const identified = header.like(/^выявлен/);
    const eliminated = header.like(/^устран[её]н/);
    if (header.share < 0.8 || !kind || !identified || !eliminated) return undefined;
    const note = header.like(/^примечани/);
    return {
      confidence: header.share,
      headerRow: header.row,
      profile: {
        table: 'deficits',
        header_row: header.row,
        columns: {
          school_id: { from: 'Логин' },
          ...(header.has('Год') ? { year: { from: 'Год' } } : {}),
          kind: { from: kind, values: kinds },
          identified: { from: identified },
          eliminated: { from: eliminated },
          ...(note ? { note: { from: note } } : {}),
        },
        ignore: ignored(header.names, [kind, identified, eliminated, 'Логин', 'Год', note ?? ''], names),
      },
    };
  },
};

/** Groups of a social passport and the indicator that each becomes. */
const groups: [RegExp, string][] = [
  [/овз|ограниченными возможностями/, 'pupils-with-disabilities'],
  [/инвалид/, 'disabled-pupils'],
  [/многодетн/, 'large-families'],
  [/малообеспеч|малоимущ/, 'low-income-families'],
  [/неполн/, 'single-parent-families'],
  [/опек|сирот/, 'wards-and-orphans'],
  [/неродн|не родн|русский язык не явл/, 'another-mother-tongue'],
  [/учете|кдн|пдн/, 'registered-with-the-commission'],
];

/** Social passport: how many pupils of a school belong to each group, of all pupils. */
export const socialPassport: Layout = {
  id: 'social-passport',
  recognise({ head }) {
    const all = /^(всего обучающихся|численность обучающихся|количество обучающихся|обучающихся всего)/;
    const header = findHeader(head, ['Логин', 'Год', all]);
    const total = header.like(all);
    const found = header.names.flatMap((name) => {
      const group = groups.find(([pattern]) => pattern.test(normalised(name)));
      return group ? [[name, { indicator_id: group[1], dimension: '' }] as const] : [];
    });
    if (!header.has('Логин') || !total || found.length === 0) return undefined;
    return {
      confidence: header.share * Math.min(1, 0.7 + found.length / 10),
      headerRow: header.row,
      profile: {
        table: 'observations',
        header_row: header.row,
        columns: {
          entity_id: { from: 'Логин' },
          ...(header.has('Год') ? { year: { from: 'Год' } } : {}),
          denominator: { from: total },
        },
        constants: { entity_level: 'school' },
        unpivot: { into: 'numerator', columns: Object.fromEntries(found) },
        ignore: ignored(header.names, ['Логин', 'Год', total, ...found.map(([name]) => name)], names),
      },
    };
  },
};
