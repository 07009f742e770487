import { foldedTable, type Section, table, text } from '../contract/blocks.ts';
import type { Language } from '../contract/vocabulary.ts';
import { capital } from '../i18n/formats.ts';
import { supportMessages } from '../i18n/pages-support.ts';
import { region } from './release.ts';
import { monitored, type Scope, whole } from './support-scope.ts';
import { once, tableRows } from './tables.ts';

const indicator = 'municipal-report';

const rows = once(() => tableRows('monitoring', (line) => line.startsWith(`${indicator},municipality,`)));

const monthName = (month: string, lang: Language): string =>
  new Intl.DateTimeFormat(lang === 'ru' ? 'ru' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(`${month}-01`))
    .replace(/\sг\.$/, lang === 'ru' ? ' года' : '');

const monthOf = ({ year, dimension }: { year: number; dimension: string }) => `${year}-${dimension}`;
/** Months of which anybody reported, in order: of the others nothing is known to be due. */
const months = once(() =>
  [...new Set(rows().map(monthOf))].filter((month) => /^\d{4}-\d{2}$/.test(month)).sort(),
);

function ofRegion(lang: Language): Section['blocks'] {
  const words = supportMessages(lang).reports;
  const { municipalities } = region();
  const byMonth = Map.groupBy(rows(), monthOf);
  const cells = months().map((month) => {
    const own = byMonth.get(month) ?? [];
    const onTime = own.filter((row) => (row.numerator_low ?? 0) > 0).length;
    const counts = [onTime, own.length - onTime, municipalities.length - own.length];
    return [capital(monthName(month, lang)), ...counts.map((n) => whole(lang, n))];
  });
  const last = months().at(-1) ?? '';
  const came = new Set((byMonth.get(last) ?? []).map(({ entity_id }) => entity_id));
  const missing = municipalities
    .filter(({ municipality_id }) => !came.has(municipality_id))
    .map(({ name }) => name);
  const name = monthName(last, lang);
  return [
    text(words.lead),
    text(missing.length > 0 ? words.who(name, missing) : words.all(name)),
    foldedTable(table(words.title, [words.month, words.onTime, words.late, words.none], cells)),
  ];
}

function ofMunicipality(scope: Scope, lang: Language): Section['blocks'] {
  const { reports } = supportMessages(lang);
  const own = monitored(scope, indicator);
  const cells = months().map((month) => {
    const row = own.find((one) => `${one.year}-${one.dimension}` === month);
    const state = row ? ((row.numerator_low ?? 0) > 0 ? 'onTime' : 'late') : 'none';
    return [capital(monthName(month, lang)), reports.states[state]];
  });
  return [text(reports.lead), table(reports.title, [reports.month, reports.title], cells, 2)];
}

/** The section of municipal reports: who reported, by month. */
export function reportSection(scope: Scope, lang: Language): Section {
  const { reports, noData } = supportMessages(lang);
  const blocks =
    months().length === 0
      ? [text(noData)]
      : scope.level === 'region'
        ? ofRegion(lang)
        : ofMunicipality(scope, lang);
  return { id: 'reports', title: reports.title, blocks };
}
