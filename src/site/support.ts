import { type Language, languages } from '../contract/vocabulary.ts';
import { capital } from '../i18n/formats.ts';
import { supportMessages } from '../i18n/pages-support.ts';
import { type Section, table, text } from './blocks.ts';
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

/** Prevention indicators of the orders, newest year and the one before. */
export function preventionSection(scope: Scope, { indicators }: SupportCatalogue, lang: Language): Section {
  const words = supportMessages(lang);
  const shown = indicators.filter(
    ({ group, id }) =>
      preventionGroups.includes(group) && !['deficit-schools', 'low-wellbeing-quartile'].includes(id),
  );
  const rows = shown.flatMap((entry) =>
    monitored(scope, entry.id)
      .filter(({ dimension = '' }) => dimension === '')
      .slice(-3)
      .map((row) => [entry.name[lang], String(row.year), ...shareCells(row, lang)]),
  );
  const header = [words.prevention.indicator, words.year, words.value, words.count, words.of];
  return {
    id: 'prevention',
    title: words.prevention.title,
    blocks: rows.length === 0 ? [text(words.noData)] : [table(words.prevention.title, header, rows, 2)],
  };
}

const programmes = once(() => tableRows('programmes'));
/** Rows of programmes of some schools. */
export const programmesOf = (schools: ReadonlySet<string>) =>
  programmes().filter(({ school_id }) => schools.has(school_id));

function programmeSection({ schools }: Scope, lang: Language): Section {
  const { programmes: words, year, noData, title } = supportMessages(lang);
  const groups = Map.groupBy(programmesOf(schools), (row) => `${row.programme}\n${row.year}\n${row.role}`);
  const rows = [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => {
      const [programme = '', when = '', role = ''] = key.split('\n');
      return [programme, words.roles[role] ?? role, when, whole(lang, own.length)];
    });
  return {
    id: 'programmes',
    title: words.title,
    blocks:
      rows.length === 0
        ? [text(noData)]
        : [table(title, [words.programme, words.role, year, supportMessages(lang).count], rows, 2)],
  };
}

function observedSection(
  scope: Scope,
  group: string,
  { observed }: SupportCatalogue,
  lang: Language,
): Section {
  const words = supportMessages(lang);
  const { names, dimensions, what } = words.observed;
  const rows = observed
    .filter((one) => one.group === group)
    .flatMap(({ id }) =>
      monitored(scope, id).map((row) => {
        const { dimension = '' } = row;
        const about = dimensions[dimension] ?? dimension;
        const name = names[id] ?? id;
        return [
          dimension === '' ? name : group === 'teachers' ? capital(about) : `${name}: ${about}`,
          String(row.year),
          ...shareCells(row, lang),
        ];
      }),
    );
  const title = words.observed[group as 'parents' | 'teachers' | 'surveys'];
  const header = [what, words.year, words.value, words.count, words.of];
  return {
    id: group,
    title,
    blocks:
      rows.length === 0
        ? [text(words.noData)]
        : [
            ...(group === 'teachers' ? [text(words.observed.teachersLead)] : []),
            table(title, header, rows, 2),
          ],
  };
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
