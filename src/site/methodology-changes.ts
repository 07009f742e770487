import { type Block, foldedTable, heading, type Section, table, text } from '../contract/blocks.ts';
import type { Methodology } from '../contract/methodology.ts';
import type { Language } from '../contract/vocabulary.ts';
import { integer } from '../i18n/formats.ts';
import { methodologiesMessages } from '../i18n/pages-methodologies.ts';

import { methodology } from './reference.ts';
import { once, tableRows } from './tables.ts';
import { methodologies } from './what-if.ts';

const rows = once(() => tableRows('methodology_changes'));
const schools = once(() => new Map(tableRows('schools').map((row) => [row.school_id, row])));
const municipalities = once(
  () => new Map(tableRows('municipalities').map((row) => [row.municipality_id, row.name])),
);

type Change = ReturnType<typeof rows>[number];

/** Rows of a list that a reader need not ask for. */
const longestOpen = 30;

const kinds = ['enters', 'leaves', 'unclear'] as const;
const countOf = (own: readonly Change[], kind: Change['change']): number =>
  own.filter(({ change }) => change === kind).length;

/** Who is concerned in one year, alphabetically by municipality and name: never by result. */
function listed(own: readonly Change[], lang: Language): string[][] {
  const { states, noState } = methodologiesMessages(lang);
  const state = (name: Change['state_from']) => (name === null ? noState : states[name]);
  return own
    .map((row) => {
      const school = schools().get(row.school_id);
      return [
        municipalities().get(school?.municipality_id ?? '') ?? '',
        school?.short_name ?? school?.name ?? row.school_id,
        state(row.state_from),
        state(row.state_to),
      ];
    })
    .sort(([a = '', b = ''], [c = '', d = '']) => a.localeCompare(c, 'ru') || b.localeCompare(d, 'ru'));
}

/** The schools of a list; behind its title when they are many. */
function namedBlocks(title: string, own: readonly Change[], lang: Language): Block[] {
  if (own.length === 0) return [];
  const list = table(title, Object.values(methodologiesMessages(lang).list), listed(own, lang), 4);
  return own.length > longestOpen ? [foldedTable(list)] : [text(`${title}:`), list];
}

function blocksOf(other: Methodology, lang: Language): Block[] {
  const words = methodologiesMessages(lang);
  const own = rows().filter(({ methodology_to }) => methodology_to === other.version);
  const title = heading(words.other(other.title[lang]));
  if (own.length === 0) return [title, text(words.same)];
  const years = [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b);
  const last = years.at(-1) ?? 0;
  const now = own.filter(({ year }) => year === last);
  const told = kinds.map((kind) => countOf(now, kind)) as [number, number, number];
  const byYear = years.map((year) => {
    const of = own.filter((row) => row.year === year);
    return [String(year), ...kinds.map((kind) => integer(lang, countOf(of, kind)))];
  });
  return [
    title,
    text(words.summary(last, ...told)),
    table(words.byYear, Object.values(words.columns), byYear),
    ...namedBlocks(
      words.who(last),
      now.filter(({ change }) => change !== 'unclear'),
      lang,
    ),
    ...namedBlocks(
      words.unclear(last),
      now.filter(({ change }) => change === 'unclear'),
      lang,
    ),
  ];
}

/** What other methodologies published in this release would change; nothing where there is none. */
export function methodologySections(lang: Language): Section[] {
  const others = methodologies().slice(1);
  if (others.length === 0) return [];
  const words = methodologiesMessages(lang);
  const lead = text(words.lead(methodology().title[lang]));
  return [
    { id: 'others', title: words.title, blocks: [lead, ...others.flatMap((one) => blocksOf(one, lang))] },
  ];
}
