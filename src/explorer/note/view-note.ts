import { markup } from '../../charts/finish.ts';
import { type Block, list, type Section, table, text } from '../../contract/blocks.ts';
import type { ResultRow } from '../../contract/public.ts';
import { capital, countText, percentDigits, percentRange } from '../../i18n/formats.ts';
import { noteMessages } from '../../i18n/pages-note.ts';
import { type Count, rate, rateInterval, sum } from '../../stats/rate.ts';
import type { View } from '../ask.ts';
import { brushed, type School } from '../brush.ts';
import { explorerChart } from '../chart.ts';
import { changesFigure, mapFigure, planeFigure, sharesFigure } from '../figures.ts';
import { mostSchools, schoolCells, sorted } from '../school-list.ts';
import { gradeText } from '../state.ts';
import { byEntity, cellText } from '../table.ts';
import { brushFields, limits, traitFields } from '../traits.ts';
import type { NoteConfig } from './config.ts';
import type { NoteText } from './document.ts';
import { figureWidth } from './place-note.ts';

const figure = (svg: SVGSVGElement, caption: string): Block => ({
  kind: 'figure',
  narrow: '',
  wide: markup(svg),
  text: caption,
});

/** The four first filters in words. */
function selectionWords({ selection }: Pick<View, 'selection'>, config: NoteConfig): [string, string][] {
  const { fields, options, municipalities, choices } = config;
  const { page } = noteMessages(config.lang);
  const place = municipalities.find(({ id }) => id === selection.municipality)?.name;
  return [
    [fields.procedure, choices.procedure[selection.procedure] ?? selection.procedure],
    [fields.subject, options.subjects[selection.subject] ?? selection.subject],
    [fields.grade, options.grades[gradeText(selection.grade)] ?? gradeText(selection.grade)],
    [fields.municipality, place ?? page.wholeRegion],
  ];
}

/** The further filters in words: only those that leave something out. */
function traitWords(
  { traits }: Pick<View, 'traits'>,
  { views, choices, lang }: NoteConfig,
): [string, string][] {
  const words = noteMessages(lang).view;
  const chosen = traitFields
    .filter((field) => traits[field] !== '')
    .map((field): [string, string] => [views.fields[field], choices[field][traits[field]] ?? traits[field]]);
  const ranges = brushFields.flatMap((field): [string, string][] => {
    const range = traits[field];
    if (!range) return [];
    const { from, to } = { ...limits[field], ...range };
    return [[views.ranges[field], words.range(String(from), String(to))]];
  });
  return [...chosen, ...ranges];
}

interface YearLine {
  whose: string;
  grade: number;
  year: number;
  total: Count;
  below: Count | null;
}

/** Rows by whose, grade and year; sessions of a year together. */
function yearLines(view: View, config: NoteConfig): YearLine[] {
  const named = (row: ResultRow): string =>
    row.level === 'school'
      ? view.chosen
      : row.level === 'region'
        ? config.region
        : (config.municipalities.find(({ id }) => id === row.entity_id)?.name ?? '');
  const groups = Map.groupBy(view.rows, (row) => [named(row), row.grade, row.year].join('|'));
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    return [{ whose: capital(named(first)), grade: first.grade, year: first.year, ...counts(rows) }];
  });
}

function counts(rows: readonly ResultRow[]): { total: Count; below: Count | null } {
  const below = rows.flatMap(({ below_threshold_low: low, below_threshold_high: high }) =>
    low === null || high === null ? [] : [{ low, high }],
  );
  return {
    total: sum(rows.map((row) => ({ low: row.participants_low, high: row.participants_high }))),
    below: below.length === rows.length ? sum(below) : null,
  };
}

function lineCells({ total, below }: YearLine, { lang, minParticipants, messages }: NoteConfig): string[] {
  const share = rate(below, total, minParticipants);
  if (!share || !below) return [countText(lang, total), messages.table.hidden, '—', '—'];
  const digits = percentDigits(total.low);
  return [
    countText(lang, total),
    countText(lang, below),
    percentRange(lang, share, digits),
    percentRange(lang, rateInterval(below, total), digits),
  ];
}

/** One sentence for each series, on its last year, all grades together. */
function shareSentences(view: View, config: NoteConfig): string[] {
  const words = noteMessages(config.lang).view;
  const lines = yearLines(view, config);
  return [...Map.groupBy(lines, ({ whose }) => whose)].map(([whose, own]) => {
    const year = Math.max(...own.map((line) => line.year));
    const last = own.filter((line) => line.year === year);
    const below = last.flatMap((line) => line.below ?? []);
    const all: YearLine = {
      ...{ whose, grade: 0, year, total: sum(last.map(({ total }) => total)) },
      below: below.length === last.length ? sum(below) : null,
    };
    const share = rate(all.below, all.total, config.minParticipants);
    if (!share || !all.below) return words.hidden(year, whose);
    const text = percentRange(config.lang, share, percentDigits(all.total.low));
    return words.share(
      year,
      whose,
      text,
      countText(config.lang, all.below),
      countText(config.lang, all.total),
    );
  });
}

function schoolSentences(chosen: readonly School[], lang: NoteConfig['lang']): string[] {
  const words = noteMessages(lang).view;
  const [first] = chosen;
  if (!first) return [words.none];
  const state = (name: School['state']) => chosen.filter((school) => school.state === name).length;
  const verdict = (name: string) => chosen.filter(({ change }) => change?.verdict === name).length;
  const told = [verdict('improved'), verdict('worsened'), verdict('no-clear-change')] as const;
  const rest = chosen.length - told[0] - told[1] - told[2];
  return [
    words.schools(chosen.length, first.year),
    words.states(state('identified'), state('undetermined'), state('insufficient-data')),
    words.changes(...told, rest),
  ];
}

function chosenSection(view: View, chosen: readonly School[], config: NoteConfig, address: string): Section {
  const words = noteMessages(config.lang).view;
  const filters = [...selectionWords(view, config), ...traitWords(view, config)];
  return {
    id: 'summary',
    title: words.chosen,
    blocks: [
      text(words.lead),
      list(filters.map(([name, value]) => words.field(name, value))),
      ...[...schoolSentences(chosen, config.lang), ...shareSentences(view, config)].map((line) => text(line)),
      text(words.address(address)),
    ],
  };
}

function dynamicsSection(view: View, config: NoteConfig, title: string): Section {
  const words = noteMessages(config.lang);
  const { columns } = config.views;
  const lines = yearLines(view, config);
  const grades = new Set(lines.map(({ grade }) => grade));
  const header = [
    ...[words.view.whose, words.view.grade, words.columns.year],
    ...[columns.participants, columns.share, words.view.shareColumn, columns.interval],
  ];
  const rows = lines.map((line) => [
    line.whose,
    String(line.grade),
    String(line.year),
    ...lineCells(line, config),
  ]);
  const drawn = explorerChart(view.rows, config, document, figureWidth, view.chosen);
  const caption = `${title}: ${words.shareOf}`;
  return {
    id: 'dynamics',
    title: words.dynamics,
    blocks:
      grades.size === 0
        ? [text(config.messages.noData)]
        : [
            figure(drawn, caption),
            table(words.view.table(title), header, rows, 3),
            text(`${words.comment}${'_'.repeat(48)}`),
          ],
  };
}

function schoolFigures(view: View, config: NoteConfig): Block[] {
  const { schools = [], traits, loaded } = view;
  const shown = { schools, traits, areas: loaded?.areas ?? new Map() };
  const words = noteMessages(config.lang).view;
  const { views, lang } = config;
  const year = schools[0]?.year ?? 0;
  const wide = { document, width: figureWidth, lang };
  const plane = planeFigure(shown, config, wide);
  const changes = changesFigure(shown, config, wide);
  const named = (what: string) => `${views.distribution}: ${what.toLowerCase()}`;
  return [
    ...(view.selection.municipality === ''
      ? [figure(mapFigure(shown, config, wide).svg, words.map(year))]
      : []),
    ...(plane ? [figure(plane, words.plane)] : []),
    figure(sharesFigure(shown, config, wide), named(views.byShare)),
    ...(changes ? [figure(changes, named(views.byChange))] : []),
  ];
}

function schoolsSection(view: View, chosen: readonly School[], config: NoteConfig): Section {
  const words = noteMessages(config.lang);
  const shown = sorted(chosen, 'name', config.lang).slice(0, mostSchools);
  const rows = shown.map((school) => [school.name, ...schoolCells(school, config)]);
  const header = Object.values<string>(config.views.columns);
  const years = [...new Set(view.rates.map(({ year }) => year))].sort((a, b) => a - b);
  const lines = byEntity(view.rates, config.lang).map(([name, known]) => [
    name,
    ...years.map((year) => cellText(known.get(year), config)),
  ]);
  const first =
    view.selection.municipality === '' ? config.messages.table.municipality : config.messages.table.school;
  return {
    id: 'schools',
    title: words.view.schoolsSection,
    blocks: [
      ...(chosen.length > 0
        ? [...schoolFigures(view, config), table(words.view.list, header, rows, 3)]
        : [text(words.view.none)]),
      ...(chosen.length > shown.length ? [text(words.view.cut(shown.length, chosen.length))] : []),
      ...(lines.length > 0 ? [table(words.view.years, [first, ...years.map(String)], lines, 1)] : []),
      text(`${words.comment}${'_'.repeat(48)}`),
    ],
  };
}

/**
 * The note on what the explorer shows.
 * @param address of that view, absolute: a reader of the printed note can open it
 */
export function viewNote(view: View, config: NoteConfig, address: string): NoteText {
  const words = noteMessages(config.lang);
  const chosen = brushed(view.schools ?? [], view.traits);
  const title = selectionWords(view, config)
    .map(([, value]) => value)
    .join(', ');
  const years = view.rows.map(({ year }) => year);
  const period =
    years.length > 0
      ? [text(`${words.blankPeriod}${words.years(Math.min(...years), Math.max(...years))}`)]
      : [];
  const [basis, ...rest] = config.sources.blocks;
  return {
    name: words.view.name(title),
    sections: [
      { ...config.sources, blocks: [...(basis ? [basis] : []), ...period, ...rest] },
      chosenSection(view, chosen, config, address),
      dynamicsSection(view, config, title),
      schoolsSection(view, chosen, config),
      config.method,
      config.proposals,
    ],
  };
}
