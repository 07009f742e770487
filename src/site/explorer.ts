import { dynamicsChart } from '../charts/dynamics.ts';
import { markup } from '../charts/finish.ts';
import { countOf, gradesOf } from '../charts/points.ts';
import type { Language } from '../contract/vocabulary.ts';
import { type Procedure, procedures } from '../contract/vocabulary.ts';
import type { ExplorerConfig } from '../explorer/config.ts';
import type { OptionWords } from '../explorer/form.ts';
import type { RateRow } from '../explorer/queries.ts';
import { gradesOffered, gradeText, type Offers, type Selection, subjectsOf } from '../explorer/state.ts';
import { ratesTable, tableCaption } from '../explorer/table.ts';
import { gradesText } from '../i18n/formats.ts';
import { messages } from '../i18n/index.ts';
import { viewMessages } from '../i18n/pages-views.ts';
import { sum } from '../stats/rate.ts';
import { document } from './document.ts';
import { edition } from './edition.ts';
import { engineFiles } from './engine-files.ts';
import { traitChoices } from './explorer-traits.ts';
import { base, link } from './links.ts';
import { paper } from './paper.ts';
import { methodology, subjectOrder, subjectWords } from './reference.ts';
import { latest, municipalities, region } from './release.ts';
import { works } from './works.ts';

export interface Choice {
  value: string;
  text: string;
}

/** The grades that the region has, by procedure and subject, in the order of the filters. */
export function explorerOffers(): Offers {
  const rows = region().results;
  const subjects = (procedure: Procedure) => {
    const own = rows.filter((row) => row.procedure === procedure);
    const present = new Set(own.map((row) => row.subject));
    const ordered = subjectOrder().filter((subject) => present.delete(subject));
    return [...ordered, ...present].map((subject) => [
      subject,
      gradesOf(own.filter((row) => row.subject === subject)),
    ]);
  };
  const held = procedures.filter((procedure) => rows.some((row) => row.procedure === procedure));
  return Object.fromEntries(held.map((procedure) => [procedure, Object.fromEntries(subjects(procedure))]));
}

/** The options of the filters as the page first shows them: those of the first procedure and subject. */
export function explorerChoices(lang: Language): Record<keyof Selection, Choice[]> {
  const { results, explore } = messages(lang);
  const { offers, options } = explorerConfig(lang);
  const [procedure = ''] = Object.keys(offers);
  const subjects = subjectsOf(offers, procedure);
  const grades = gradesOffered(offers, procedure, subjects[0] ?? '').map(gradeText);
  const named = (values: readonly string[], words: Readonly<Record<string, string>>) =>
    values.map((value) => ({ value, text: words[value] ?? value }));
  return {
    procedure: named(Object.keys(offers), results.procedures),
    subject: named(subjects, options.subjects),
    grade: named(grades, options.grades),
    municipality: [
      { value: '', text: explore.wholeRegion },
      ...region().municipalities.map(({ municipality_id, name }) => ({ value: municipality_id, text: name })),
    ],
  };
}

function optionWords(offers: Offers, lang: Language): OptionWords {
  const works = Object.values(offers);
  const subjects = new Set(works.flatMap((work) => Object.keys(work)));
  const grades = new Set(works.flatMap((work) => Object.values(work).flat()));
  return {
    subjects: Object.fromEntries([...subjects].map((subject) => [subject, subjectWords(subject)[lang]])),
    grades: {
      '': messages(lang).explore.allGrades,
      ...Object.fromEntries([...grades].map((grade) => [grade, gradesText(lang, [grade])])),
    },
  };
}

/** What the page tells the explorer. */
export function explorerConfig(lang: Language): ExplorerConfig {
  const { protection, identification, version } = methodology();
  const offers = explorerOffers();
  return {
    base: `${base}data/`,
    latest: latest(),
    engineFiles: engineFiles(),
    lang,
    messages: messages(lang).explorer,
    region: messages(lang).results.region,
    municipalities: region().municipalities.map(({ municipality_id: id, name }) => ({ id, name })),
    offers,
    options: optionWords(offers, lang),
    threshold: identification.threshold,
    minParticipants: protection.min_participants,
    methodology: version,
    views: viewMessages(lang),
    traits: traitChoices(lang),
    schoolPages: link(lang, 'schools/'),
    works: `${base}explore/works/${edition()}/`,
  };
}

/** The chart that the page shows before any script runs. */
export function explorerChart(lang: Language, width: number): string {
  const { threshold, minParticipants, region: label } = explorerConfig(lang);
  const rows = works(region().results)[0]?.rows ?? [];
  const series = [{ label, level: 'region' as const, rows }];
  return markup(dynamicsChart({ series, threshold, minParticipants }, { document: paper, width, lang }));
}

/** One municipality's counts by year, all grades together, as the explorer's query gives them. */
function rates({ municipality, results }: ReturnType<typeof municipalities>[number]): RateRow[] {
  const first = works(region().results)[0];
  const own = results.filter((row) => row.procedure === first?.procedure && row.subject === first.subject);
  return [...new Set(own.map((row) => row.year))].sort().map((year) => {
    const rows = own.filter((row) => row.year === year);
    const below = rows.map((row) => countOf(row, 'below_threshold')).filter((count) => count !== null);
    const total = sum(rows.map((row) => ({ low: row.participants_low, high: row.participants_high })));
    const failed = below.length === rows.length ? sum(below) : null;
    return {
      entity_id: municipality.municipality_id,
      name: municipality.name,
      year,
      participants_low: total.low,
      participants_high: total.high,
      below_threshold_low: failed?.low ?? null,
      below_threshold_high: failed?.high ?? null,
    };
  });
}

/** The table of that first view: municipalities by year. */
export function explorerTable(lang: Language): string {
  const rows = municipalities().flatMap(rates);
  return ratesTable(rows, 'municipalities', explorerConfig(lang), document).outerHTML;
}

/** Its name. */
export const explorerCaption = (lang: Language, view: string): string =>
  tableCaption({ of: 'municipalities', view }, { messages: messages(lang).explorer });
