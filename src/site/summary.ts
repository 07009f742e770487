import type { Language } from '../contract/vocabulary.ts';
import { isOutcome } from '../i18n/facts.ts';
import { summaryParagraphs } from '../i18n/sentences.ts';
import type { Entity } from './entity.ts';
import { seriesFacts } from './facts.ts';
import { comparability, methodology, subjectWords } from './reference.ts';
import { region } from './release.ts';
import { isRequired, sameWork, type Work, works } from './works.ts';

const lastYears = new Map<string, number>();

/** The last year in which the procedure has results anywhere in the release. */
export function lastYear({ procedure }: Work): number {
  const known = lastYears.get(procedure);
  if (known) return known;
  const years = region()
    .results.filter((row) => row.procedure === procedure)
    .map((row) => row.year);
  const last = Math.max(...years);
  lastYears.set(procedure, last);
  return last;
}

export interface Summary {
  /** One per required subject of each procedure: level, change, the region's change. */
  paragraphs: string[];
  /** How many of them stand before the first chart; the others are folded. */
  lead: number;
  /** True where some paragraph tells a number. */
  numbers: boolean;
}

/** A phone shows so much before the first chart. */
const most = { paragraphs: 2, sentences: 4 };

function leading(paragraphs: readonly string[][]): number {
  let sentences = 0;
  const fits = paragraphs.findIndex((paragraph, index) => {
    sentences += paragraph.length;
    return index >= most.paragraphs || sentences > most.sentences;
  });
  return fits < 0 ? paragraphs.length : Math.max(1, fits);
}

/** The last year that the sentences are about: a closed school's own. */
const yearOf = ({ life }: Entity, work: Work): number =>
  life?.closed ? Math.max(...work.rows.map((row) => row.year)) : lastYear(work);

/** What a page says before its charts. */
export function summary(entity: Entity, lang: Language): Summary {
  const { protection, dynamics } = methodology();
  const regionRows = entity.level === 'region' ? [] : region().results;
  const all = works(entity.rows)
    .filter(isRequired)
    .map((work) =>
      seriesFacts({
        rows: work.rows,
        region: sameWork(regionRows, work),
        subject: subjectWords(work.subject),
        year: yearOf(entity, work),
        comparability: comparability(),
        minimum: protection.min_participants,
        few: dynamics.few_participants,
      }),
    )
    .filter((facts) => facts !== null);
  const paragraphs = summaryParagraphs(all, protection.min_participants, lang);
  return {
    paragraphs: paragraphs.map((sentences) => sentences.join(' ')),
    lead: leading(paragraphs),
    numbers: all.some(({ current }) => isOutcome(current)),
  };
}
