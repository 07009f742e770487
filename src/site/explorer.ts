import { dynamicsChart } from '../charts/dynamics.ts';
import { markup } from '../charts/finish.ts';
import { countOf, gradesOf } from '../charts/points.ts';
import type { Language } from '../contract/vocabulary.ts';
import { type Procedure, procedures } from '../contract/vocabulary.ts';
import type { ExplorerConfig } from '../explorer/config.ts';
import type { RateRow } from '../explorer/queries.ts';
import { ratesTable } from '../explorer/table.ts';
import { messages } from '../i18n/index.ts';
import { sum } from '../stats/rate.ts';
import { document } from './document.ts';
import { base } from './links.ts';
import { methodology, subjectOrder, subjectWords } from './reference.ts';
import { municipalities, region } from './release.ts';
import { works } from './works.ts';

export interface Choice {
  value: string;
  text: string;
}

/** The options of the filters. The first of each make the page's first view. */
export function explorerChoices(lang: Language): Record<keyof typeof names, Choice[]> {
  const { results, explore } = messages(lang);
  const rows = region().results;
  const has = <K extends 'procedure' | 'subject'>(key: K, value: string) =>
    rows.some((row) => row[key] === value);
  const named = (text: string) => (value: Procedure) => ({ value, text: results.procedures[value] ?? text });
  return {
    procedure: procedures.filter((value) => has('procedure', value)).map(named('')),
    subject: subjectOrder()
      .filter((value) => has('subject', value))
      .map((value) => ({ value, text: subjectWords(value)[lang] })),
    grade: [
      { value: '', text: explore.allGrades },
      ...gradesOf(rows).map((grade) => ({ value: String(grade), text: String(grade) })),
    ],
    municipality: [
      { value: '', text: explore.wholeRegion },
      ...region().municipalities.map(({ municipality_id, name }) => ({ value: municipality_id, text: name })),
    ],
  };
}

const names = { procedure: 0, subject: 0, grade: 0, municipality: 0 };

/** What the page tells the explorer. */
export function explorerConfig(lang: Language): ExplorerConfig {
  const { protection, identification } = methodology();
  return {
    base: `${base}data/`,
    lang,
    messages: messages(lang).explorer,
    region: messages(lang).results.region,
    municipalities: region().municipalities.map(({ municipality_id: id, name }) => ({ id, name })),
    threshold: identification.threshold,
    minParticipants: protection.min_participants,
  };
}

/** The chart that the page shows before any script runs. */
export function explorerChart(lang: Language, width: number): string {
  const { threshold, minParticipants, region: label } = explorerConfig(lang);
  const rows = works(region().results)[0]?.rows ?? [];
  const series = [{ label, level: 'region' as const, rows }];
  return markup(dynamicsChart({ series, threshold, minParticipants }, { document, width, lang }));
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
export function explorerTable(lang: Language, view: string): string {
  const rows = municipalities().flatMap(rates);
  return ratesTable(rows, { of: 'municipalities', view }, explorerConfig(lang), document).outerHTML;
}
