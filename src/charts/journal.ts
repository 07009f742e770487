import type { Session } from '../contract/vocabulary.ts';
import { percentDigits } from '../i18n/formats.ts';
import { journalMessages as journalWords } from '../i18n/pages-journal.ts';
import type { Count } from '../stats/rate.ts';
import { type ChartLanguage, chartMessages, inEvery, percent } from './every.ts';
import type { ChartOptions } from './options.ts';
import { type StackPart, type StackRow, stackChart } from './stack.ts';

const journalMessages = inEvery(journalWords);

export const journalKeys = ['lowered', 'confirmed', 'raised'] as const;
export type JournalKey = (typeof journalKeys)[number];

/** One year: how many pupils' marks were lower than, the same as and higher than in the journal. */
export interface JournalYear {
  year: number;
  session: Session;
  /** `null` where the counts are hidden or not known; `few` tells which. */
  counts: Readonly<Record<JournalKey, Count>> | null;
  few: boolean;
}

export interface JournalInput {
  /** Ascending. */
  years: readonly JournalYear[];
  /** Name of the subject. */
  subject: string;
  minParticipants: number;
}

const shades: Record<JournalKey, { fill: string; ink: string }> = {
  lowered: { fill: 'var(--chart-mark-2, #14394f)', ink: 'var(--chart-mark-2-text, #ffffff)' },
  confirmed: { fill: 'var(--chart-mark-5, #e2edf3)', ink: 'var(--chart-mark-5-text, #16191c)' },
  raised: { fill: 'var(--chart-mark-3, #4f86a6)', ink: 'var(--chart-mark-3-text, #ffffff)' },
};

/** How many pupils a year is about. */
export const journalTotal = (counts: NonNullable<JournalYear['counts']>): number =>
  journalKeys.reduce((all, key) => all + counts[key].high, 0);

/** The three shares of a year as they are written. */
export function journalShares(counts: NonNullable<JournalYear['counts']>, lang: ChartLanguage) {
  const total = journalTotal(counts);
  const written = (key: JournalKey) => percent(lang, counts[key].high / total, percentDigits(total));
  return { lowered: written('lowered'), confirmed: written('confirmed'), raised: written('raised') };
}

function rowsOf({ years, minParticipants }: JournalInput, lang: ChartLanguage): StackRow[] {
  const words = chartMessages(lang);
  return years.map(({ year, session, counts, few }) => ({
    name: session === 'autumn' ? words.yearAutumn(year) : String(year),
    total: counts ? journalTotal(counts) : 0,
    parts: counts && journalKeys.map((key) => ({ key, count: counts[key] })),
    excuse: few ? words.few(minParticipants) : words.hidden,
  }));
}

/** Stacked bars, one per year: the ВПР mark against the mark in the journal. */
export function journalChart(input: JournalInput, options: ChartOptions<ChartLanguage>): SVGSVGElement {
  const { lang } = options;
  const words = journalMessages(lang);
  const last = input.years.findLast(({ counts }) => counts);
  const shares = last?.counts && journalShares(last.counts, lang);
  const parts: StackPart[] = journalKeys.map((key) => ({ key, text: words[key], ...shades[key] }));
  const inWords =
    last && shares
      ? words.label(input.subject, last.year, shares.lowered, shares.confirmed, shares.raised)
      : words.hidden;
  const names = input.years.some(({ session }) => session === 'autumn') ? 7.2 : 3;
  return stackChart(
    { rows: rowsOf(input, lang), parts, open: chartMessages(lang).hidden, names },
    { ...options, label: options.label ?? inWords },
  );
}
