import type { ProfileDraft } from '../contract/profile.ts';
import { normaliseHeader } from './header.ts';
import type { Guess } from './layouts/catalogue.ts';
import type { Sight } from './sight.ts';

/** Headers under which publishers keep what we have a column for. */
const likely: [ours: string, header: RegExp][] = [
  ['school_id', /^(логин|код оо|код школы|код организации|school_?id|login)/],
  [
    'school_name',
    /^(оо$|школа|наименование оо|наименование школы|название|образовательная организация|school$)/,
  ],
  ['municipality_id', /^(код мсу|код муниципал|municipality_?id)/],
  ['municipality_name', /^(муниципал|район|территория|municipality$)/],
  ['year', /^(год|year)$/],
  ['grade', /^(класс|параллель|grade)$/],
  ['subject', /^(предмет|subject)/],
  ['participants', /^(кол-?во участников|количество участников|число участников|участников|participants)/],
  ['mark_2', /^("?«?2»?"?|отметка 2|"2", ?%?)$/],
  ['mark_3', /^("?«?3»?"?|отметка 3)$/],
  ['mark_4', /^("?«?4»?"?|отметка 4)$/],
  ['mark_5', /^("?«?5»?"?|отметка 5)$/],
  ['journal_mark', /^отметка (за|по журналу)/],
  ['score', /^(балл|итого баллов|всего баллов|сумма баллов|первичный балл|score)$/],
  ['mark', /^(отметка|оценка|mark)$/],
];
const ofPupils = ['score', 'mark', 'journal_mark'];
const ofResults = ['participants', 'mark_2', 'mark_3', 'mark_4', 'mark_5'];

/** The row that has most texts that are no numbers: titles have few cells, data have numbers. */
function headerRowOf(head: Sight['head']): number {
  const texts = head
    .slice(0, 30)
    .map((cells) => new Set(cells.filter((cell) => /\p{L}/u.test(cell)).map(normaliseHeader)).size);
  return texts.indexOf(Math.max(...texts, 0)) + 1;
}

/** A guess at a layout that nobody knows: what its headers probably mean, the rest ignored for a person to look at. */
export function guessProfile(sight: Sight): Guess {
  const headerRow = Math.max(1, headerRowOf(sight.head));
  const names = (sight.head[headerRow - 1] ?? []).map((name) => name.trim()).filter((name) => name !== '');
  const found = new Map<string, string>();
  for (const [ours, pattern] of likely) {
    const name = names.find((each) => pattern.test(normaliseHeader(each)));
    if (name !== undefined && ![...found.values()].includes(name)) found.set(ours, name);
  }
  const isPupils = !found.has('participants') && ofPupils.some((name) => found.has(name));
  const left = isPupils ? ofResults : ofPupils;
  const columns: ProfileDraft['columns'] = Object.fromEntries(
    [...found].filter(([ours]) => !left.includes(ours)).map(([ours, from]) => [ours, { from }]),
  );
  if (columns.municipality_name && !columns.municipality_id)
    columns.municipality_id = { from: columns.municipality_name.from, id_from_name: true };
  const used = Object.values(columns).map(({ from }) => from);
  return {
    id: '',
    confidence: 0,
    headerRow,
    profile: {
      table: isPupils ? 'pupils' : 'results',
      header_row: headerRow,
      columns,
      ignore: [...new Set(names.filter((name) => !used.includes(name)))],
    },
  };
}
