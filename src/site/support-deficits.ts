import { type Section, table, text } from '../contract/blocks.ts';
import type { Language } from '../contract/vocabulary.ts';
import { capital } from '../i18n/formats.ts';
import { supportMessages } from '../i18n/pages-support.ts';
import { manifest } from './release.ts';
import { type Scope, whole } from './support-scope.ts';
import { once, tableRows } from './tables.ts';

export const deficitRows = once(() => tableRows('deficits'));
/** Kinds in the order people are used to; a kind of the region's own comes after. */
const order = ['staff', 'material', 'financial', 'other'];
const rank = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);

export const kindName = (kind: string, lang: Language): string => supportMessages(lang).kinds[kind] ?? kind;

/** Found, put right and left, by kind and year, and how many of those left were found again. */
export function deficitFlow(schools: ReadonlySet<string>) {
  const own = deficitRows().filter(({ school_id }) => schools.has(school_id));
  const left = new Set(
    own
      .filter((row) => row.identified && !row.eliminated)
      .map((row) => `${row.school_id} ${row.kind} ${row.year}`),
  );
  const groups = Map.groupBy(own, ({ kind, year }) => `${kind}\n${year}`);
  return [...groups.values()]
    .flatMap((rows) => {
      const [first] = rows;
      if (!first) return [];
      const { kind, year } = first;
      const found = rows.filter(({ identified }) => identified);
      const before = rows.filter(({ school_id }) => left.has(`${school_id} ${kind} ${year - 1}`));
      return [
        {
          kind,
          year,
          asked: rows.length,
          found: found.length,
          gone: found.filter(({ eliminated }) => eliminated).length,
          left: found.filter(({ eliminated }) => !eliminated).length,
          before: before.length,
          again: before.filter(({ identified }) => identified).length,
        },
      ];
    })
    .sort(
      (a, b) => rank(a.kind) - rank(b.kind) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.year - b.year),
    );
}

/** Rows that ingest turned away because nothing had been found that could be put right. */
const rejectedRows = (): number =>
  manifest().sources.reduce(
    (sum, { rejected_by }) => sum + (rejected_by?.['eliminated-not-identified'] ?? 0),
    0,
  );

/** The section of resource deficits. */
export function deficitSection(scope: Scope, lang: Language): Section {
  const words = supportMessages(lang).deficits;
  const rows = deficitFlow(scope.schools);
  const header = [
    words.kind,
    supportMessages(lang).year,
    words.asked,
    words.found,
    words.gone,
    words.left,
    words.again,
  ];
  const cells = rows.map((row) => [
    capital(kindName(row.kind, lang)),
    String(row.year),
    ...[row.asked, row.found, row.gone, row.left].map((n) => whole(lang, n)),
    row.before === 0 ? '–' : `${whole(lang, row.again)} / ${whole(lang, row.before)}`,
  ]);
  const rejected = scope.level === 'region' ? rejectedRows() : 0;
  return {
    id: 'deficits',
    title: words.title,
    blocks:
      rows.length === 0
        ? [text(supportMessages(lang).noData)]
        : [
            text(words.lead),
            table(words.title, header, cells, 2),
            ...(rejected > 0 ? [text(words.rejected(rejected))] : []),
          ],
  };
}
