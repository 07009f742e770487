import { type Block, type Section, table, text } from '../contract/blocks.ts';
import { type Language, languages } from '../contract/vocabulary.ts';
import { capital } from '../i18n/formats.ts';
import { supportMessages } from '../i18n/pages-support.ts';
import type { Entry } from './indicator-lines.ts';
import { region } from './release.ts';
import { deficitSection } from './support-deficits.ts';
import { effectSection } from './support-effects.ts';
import { reportSection } from './support-reports.ts';
import { riskSection } from './support-risk.ts';
import { monitored, municipalityScope, regionScope, type Scope, shareCells, whole } from './support-scope.ts';
import { once, tableRows } from './tables.ts';

/** An observed indicator of support, as the catalogue of `indicators` has it. */
export interface Observed {
  id: string;
  group: string;
}

/** What the pages of support take from the catalogue of indicators. */
export interface SupportCatalogue {
  /** Indicators of the orders; those of prevention are shown. */
  indicators: readonly Entry[];
  observed: readonly Observed[];
}

const preventionGroups = ['prevention-needed', 'prevention', 'risk'];

/** Prevention indicators of the orders over the last three years. */
export function preventionSection(scope: Scope, { indicators }: SupportCatalogue, lang: Language): Section {
  const words = supportMessages(lang);
  const shown = indicators.filter(
    ({ group, id }) =>
      preventionGroups.includes(group) && !['deficit-schools', 'low-wellbeing-quartile'].includes(id),
  );
  const rows = shown.flatMap((entry) =>
    monitored(scope, entry.id)
      .filter(({ dimension = '' }) => dimension === '')
      .map((row) => ({ name: entry.name[lang], year: row.year ?? 0, cell: shareCell(row, lang) })),
  );
  return {
    id: 'prevention',
    title: words.prevention.title,
    blocks: yearTable(words.prevention.title, words.prevention.indicator, rows, lang),
  };
}

/** One value of a table whose columns are years. */
interface YearCell {
  name: string;
  year: number;
  cell: string;
}

/** A share with the counts that made it, in one cell. */
function shareCell(row: Parameters<typeof shareCells>[0], lang: Language): string {
  const [share, count, of] = shareCells(row, lang);
  return supportMessages(lang).shareOf(share, count, of);
}

/** Names down the side, the last three years across; words where there is nothing to show. */
function yearTable(title: string, first: string, cells: readonly YearCell[], lang: Language): Block[] {
  // Words, not numbers: a cell may break between the share and its counts.
  const asWords = cells.some(({ cell }) => cell.includes('('));
  const years = [...new Set(cells.map(({ year }) => year))].sort((a, b) => a - b).slice(-3);
  const rows = [...Map.groupBy(cells, ({ name }) => name)]
    .map(([name, own]) => [name, ...years.map((year) => own.find((one) => one.year === year)?.cell ?? '–')])
    .filter((row) => row.slice(1).some((cell) => cell !== '–'));
  return rows.length === 0
    ? [text(supportMessages(lang).noData)]
    : [table(title, [first, ...years.map(String)], rows, asWords ? years.length + 1 : 1)];
}

const programmes = once(() => tableRows('programmes'));
/** Rows of programmes of some schools. */
const programmesOf = (schools: ReadonlySet<string>) =>
  programmes().filter(({ school_id }) => schools.has(school_id));

function programmeSection({ schools }: Scope, lang: Language): Section {
  const { programmes: words, title } = supportMessages(lang);
  const groups = Map.groupBy(programmesOf(schools), (row) => `${row.programme}\n${row.role}\n${row.year}`);
  const cells = [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => {
      const [programme = '', role = '', when = ''] = key.split('\n');
      return {
        name: `${programme}: ${words.roles[role] ?? role}`,
        year: Number(when),
        cell: whole(lang, own.length),
      };
    });
  return { id: 'programmes', title: words.title, blocks: yearTable(title, words.programme, cells, lang) };
}

function observedSection(
  scope: Scope,
  group: string,
  { observed }: SupportCatalogue,
  lang: Language,
): Section {
  const words = supportMessages(lang);
  const { names, dimensions, what } = words.observed;
  const cells = observed
    .filter((one) => one.group === group)
    .flatMap(({ id }) =>
      monitored(scope, id).map((row) => {
        const { dimension = '' } = row;
        const about = dimensions[dimension] ?? dimension;
        const name = names[id] ?? id;
        const full = group === 'teachers' ? capital(about) : `${name}: ${about}`;
        return { name: dimension === '' ? name : full, year: row.year ?? 0, cell: shareCell(row, lang) };
      }),
    );
  const title = words.observed[group as 'parents' | 'teachers' | 'surveys'];
  const lead = group === 'teachers' && cells.length > 0 ? [text(words.observed.teachersLead)] : [];
  return { id: group, title, blocks: [...lead, ...yearTable(title, what, cells, lang)] };
}

/** The sections of the page of support. */
export function supportSections(scope: Scope, catalogue: SupportCatalogue, lang: Language): Section[] {
  return [
    deficitSection(scope, lang),
    preventionSection(scope, catalogue, lang),
    riskSection(scope, lang),
    programmeSection(scope, lang),
    ...(scope.level === 'region' ? [effectSection(lang)] : []),
    observedSection(scope, 'teachers', catalogue, lang),
    observedSection(scope, 'parents', catalogue, lang),
    observedSection(scope, 'surveys', catalogue, lang),
    reportSection(scope, lang),
  ];
}

/** The static paths of pages that exist for each municipality. */
export const areaPaths = () =>
  region().municipalities.flatMap(({ municipality_id: id }) =>
    languages.map((lang) => ({ params: { id, lang: lang === 'ru' ? undefined : lang } })),
  );

/** The scope of a page: a municipality's, or the region's where there is no id. */
export const scopeOf = (id: string | undefined): Scope =>
  id === undefined ? regionScope() : municipalityScope(id);
