import { type Block, heading, list, type NoteFile, type Section, table, text } from '../contract/blocks.ts';
import type { Language } from '../contract/vocabulary.ts';
import { capital, dayInText, percent } from '../i18n/formats.ts';
import { messages } from '../i18n/index.ts';
import { clusterText, type ReasonText } from '../i18n/pages-clusters.ts';
import { noteMessages } from '../i18n/pages-note.ts';
import { schoolCluster } from './clusters.ts';
import { type Entity, municipalityEntity, regionEntity, schoolEntity } from './entity.ts';
import { dynamicsDrawing, hasPoints } from './figures.ts';
import type { Entry } from './indicator-lines.ts';
import { placeIndicators } from './place-indicators.ts';
import { positiveLines, positiveText } from './positive-dynamics.ts';
import { methodology, subjectWords } from './reference.ts';
import { manifest, municipality, region, school } from './release.ts';
import { summary } from './summary.ts';
import { resultsTable } from './table.ts';
import { isRequired, type Work, works } from './works.ts';

/** What a note is about. */
export type NoteOf =
  | { level: 'region' }
  | { level: 'municipality'; id: string }
  | { level: 'school'; id: string };

/** A note before it is a file. Lines to be filled in by hand are texts that end in an underline. */
export interface Note {
  name: string;
  sections: Section[];
}

/** A line for the author to write on. */
export const blank = '_'.repeat(48);

/** The day in the name of the release. */
export const releaseDate = (): string => manifest().release.slice(0, 10);

const chartWidth = 640;

function entityOf(of: NoteOf): { entity: Entity; name: string } {
  if (of.level === 'region') return { entity: regionEntity(), name: capital(region().region.name) };
  if (of.level === 'municipality') {
    const { municipality: own } = municipality(of.id);
    return { entity: municipalityEntity(of.id), name: capital(own.name) };
  }
  const { school: own } = school(of.id);
  const parent = municipality(own.municipality_id).municipality.name;
  return { entity: schoolEntity(of.id), name: `${capital(own.name)}, ${parent}` };
}

/** Where the figures come from. */
export function sourceSection(rows: readonly { year: number }[], lang: Language): Section {
  const words = noteMessages(lang);
  const { dataset, release } = manifest();
  const years = rows.map(({ year }) => year);
  const period =
    years.length === 0
      ? []
      : [text(`${words.blankPeriod}${words.years(Math.min(...years), Math.max(...years))}`)];
  return {
    id: 'sources',
    title: words.sources,
    blocks: [
      text(words.blankBasis),
      ...period,
      text(words.source(dataset.publisher, release, dayInText(lang, releaseDate()))),
      ...(dataset.synthetic ? [text(words.synthetic)] : []),
    ],
  };
}

const everyNotes: readonly string[] = ['method', 'proposals'];

/** The note without its drawings and without what every note ends with, as its page gets it. */
export function noteJson(of: NoteOf, entries: readonly Entry[], lang: Language): NoteFile {
  const { name, sections } = noteOf(of, entries, lang, false);
  const { entity } = entityOf(of);
  const own = of.level === 'region' ? 'region' : of.id;
  const parent = of.level === 'school' ? school(of.id).school.municipality_id : '';
  const ids = { school: own, municipality: of.level === 'municipality' ? own : parent, region: 'region' };
  const parties = [entity, ...entity.context].map(({ level, label }) => ({
    level,
    id: ids[level],
    label: label[lang],
  }));
  const different = sections.filter(({ id }) => !everyNotes.includes(id));
  return { release: manifest().release, name, parties, sections: different };
}

const reasons = (all: readonly ReasonText[]): string[] =>
  all.map((reason) => [reason.text, reason.units.join('; ')].filter((part) => part !== '').join(': '));

function statusSection(of: NoteOf, lang: Language): Section[] {
  const facts = of.level === 'school' ? schoolCluster(of.id) : null;
  if (!facts) return [];
  const words = noteMessages(lang);
  const { status, because, also, robustness, breaks } = clusterText(facts, lang);
  const named = (title: string, items: readonly ReasonText[]): Block[] =>
    items.length === 0 ? [] : [text(`${title}:`), list(reasons(items))];
  const rest = [robustness, breaks].flatMap((line) => (line ? [text(line)] : []));
  return [
    {
      id: 'status',
      title: words.status,
      blocks: [text(status), ...named(words.because, because), ...named(words.also, also), ...rest],
    },
  ];
}

function resultsBlock(entity: Entity, work: Work, title: string, lang: Language): Block {
  const { columns } = messages(lang).results;
  const found = resultsTable(work, lang, entity.life);
  const plain = (name: string) => name.replaceAll('\u00ad', '');
  const marks = found.marks ? [2, 3, 4, 5] : [];
  const header = [
    ...(found.grades ? [columns.grade] : []),
    ...[columns.year, columns.participants, columns.below, columns.share, columns.interval],
    ...marks.map((mark) => columns.mark(mark)),
  ].map(plain);
  const rows = found.lines.map((line) => {
    const start = [...(found.grades ? [String(line.grade)] : []), line.year];
    const cells = line.reason
      ? [line.reason, ...Array.from({ length: 3 + marks.length }, () => '—')]
      : [
          line.participants,
          line.below,
          line.share,
          line.interval,
          ...marks.map((_, i) => line.marks[i] ?? ''),
        ];
    return [...start, ...cells];
  });
  return table(`${title}: ${noteMessages(lang).resultsOf}`, header, rows, found.grades ? 2 : 1);
}

function workBlocks(entity: Entity, work: Work, lang: Language, draw: boolean): Block[] {
  const words = noteMessages(lang);
  const { results } = messages(lang);
  const title = results.work(results.procedures[work.procedure], subjectWords(work.subject)[lang]);
  const chart: Block = hasPoints(work)
    ? {
        kind: 'figure',
        narrow: '',
        wide: draw ? dynamicsDrawing(entity, work, lang, chartWidth) : '',
        text: `${title}: ${words.shareOf}`,
        work: { procedure: work.procedure, subject: work.subject },
      }
    : text(words.nothing);
  return [heading(title), chart, resultsBlock(entity, work, title, lang), text(`${words.comment}${blank}`)];
}

function indicatorSection(of: NoteOf, entries: readonly Entry[], lang: Language): Section[] {
  if (of.level === 'school') return [];
  const words = noteMessages(lang);
  const { columns } = words;
  const file = of.level === 'region' ? { ...region(), schools: [] } : municipality(of.id);
  const rows = placeIndicators(file as Parameters<typeof placeIndicators>[0], entries, lang).map((one) => [
    [one.name, one.of].filter((part) => part !== '').join('. '),
    String(one.year),
    one.value ?? one.reason,
    one.counts || '—',
    ...(of.level === 'region' ? [] : [one.region ?? '—']),
  ]);
  const header = [
    ...[columns.indicator, columns.year, columns.value, columns.counts],
    ...(of.level === 'region' ? [] : [columns.region]),
  ];
  const lines = positiveLines(file.status, 'subject').map((line) => {
    const { work, years, of: schools, formal, confirmed } = positiveText(line, lang, of.level === 'region');
    return [work, years, schools, formal, confirmed];
  });
  const positive = [
    heading(words.positive),
    text(words.positiveLead),
    table(words.positiveTable, words.positiveColumns, lines, 2),
  ];
  const monitoring = [text(words.indicatorsLead), table(words.indicatorsTable, header, rows, 1)];
  if (rows.length === 0 && lines.length === 0) return [];
  return [
    {
      id: 'indicators',
      title: words.indicators,
      blocks: [
        ...(rows.length > 0 ? monitoring : []),
        ...(lines.length > 0 ? positive : []),
        text(`${words.comment}${blank}`),
      ],
    },
  ];
}

/** The rules that the figures follow. */
export function methodSection(lang: Language): Section {
  const words = noteMessages(lang);
  const { title, version, source, identification, protection } = methodology();
  return {
    id: 'method',
    title: words.method,
    blocks: [
      text(words.methodText(title[lang], version)),
      text(words.methodSource(source)),
      text(words.threshold(percent(lang, identification.threshold), protection.min_participants)),
      ...[words.chance, words.privacy, words.ranking].map((line) => text(line)),
    ],
  };
}

/** What the author has to add, part by part. */
export function proposalSection(lang: Language): Section {
  const { proposals, proposalParts } = noteMessages(lang);
  return {
    id: 'proposals',
    title: proposals,
    blocks: proposalParts.map((part) => text(`${part}: ${blank}`)),
  };
}

/**
 * The analytical note: summary, charts, tables, indicators, rules, and blanks for its author.
 * @param draw false leaves the drawing of figures to the page
 */
export function noteOf(of: NoteOf, entries: readonly Entry[], lang: Language, draw = true): Note {
  const words = noteMessages(lang);
  const { entity, name } = entityOf(of);
  const required = works(entity.rows).filter(isRequired);
  const lead = text(words.dynamicsLead(percent(lang, methodology().identification.threshold)));
  const sections: Section[] = [
    sourceSection(entity.rows, lang),
    {
      id: 'summary',
      title: words.summary,
      blocks: summary(entity, lang).paragraphs.map((paragraph) => text(paragraph)),
    },
    ...statusSection(of, lang),
    {
      id: 'dynamics',
      title: words.dynamics,
      blocks: [lead, ...required.flatMap((work) => workBlocks(entity, work, lang, draw))],
    },
    ...indicatorSection(of, entries, lang),
    methodSection(lang),
    proposalSection(lang),
  ];
  return { name, sections };
}
