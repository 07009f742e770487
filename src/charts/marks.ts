import type { ResultRow } from '../contract/public.ts';
import { percentDigits } from '../i18n/formats.ts';
import { rate } from '../stats/rate.ts';
import { type ChartLanguage, chartMessages, percentRange } from './every.ts';
import type { ChartOptions } from './options.ts';
import { countOf } from './points.ts';
import { type StackPart, type StackRow, stackChart } from './stack.ts';

export interface MarksInput {
  /** Results of one procedure, subject and grade. */
  rows: ResultRow[];
  minParticipants?: number;
}

const marks = [2, 3, 4, 5];
const shades: Record<number, { fill: string; ink: string }> = {
  2: { fill: 'var(--chart-mark-2, #14394f)', ink: 'var(--chart-mark-2-text, #ffffff)' },
  3: { fill: 'var(--chart-mark-3, #4f86a6)', ink: 'var(--chart-mark-3-text, #ffffff)' },
  4: { fill: 'var(--chart-mark-4, #a9c9db)', ink: 'var(--chart-mark-4-text, #16191c)' },
  5: { fill: 'var(--chart-mark-5, #e2edf3)', ink: 'var(--chart-mark-5-text, #16191c)' },
};

/** Why a row has no bar. */
function excuse(row: ResultRow, minimum: number, lang: ChartLanguage): string {
  const words = chartMessages(lang);
  if (row.protection === 'suppressed') return words.withheld;
  return row.participants_low < minimum ? words.few(minimum) : words.hidden;
}

function stackRow(row: ResultRow, minimum: number, lang: ChartLanguage): StackRow {
  const words = chartMessages(lang);
  const parts = marks.flatMap((mark) => {
    const count = countOf(row, `mark_${mark}`);
    return count ? [{ key: String(mark), count }] : [];
  });
  const shown = row.participants_low >= minimum && parts.length === marks.length;
  return {
    name: row.session === 'autumn' ? words.yearAutumn(row.year) : String(row.year),
    total: row.participants_high,
    parts: shown ? parts : null,
    excuse: excuse(row, minimum, lang),
  };
}

/** The text alternative: the last bar in numbers; the others stand in the table. */
function inWords(rows: readonly StackRow[], lang: ChartLanguage): string {
  const words = chartMessages(lang);
  const last = rows.findLast(({ parts }) => parts);
  if (!last?.parts) return `${words.marksTitle}: ${words.noData}`;
  const all = { low: last.total, high: last.total };
  const shares = last.parts.map(({ key, count }) => {
    const share = rate(count, all);
    return `${words.mark(Number(key))} — ${share ? percentRange(lang, share, percentDigits(last.total)) : ''}`;
  });
  return `${words.marksTitle}. ${last.name}: ${shares.join(', ')}.`;
}

/** Stacked bars of the marks 2 to 5, one bar per year; shades run from dark to light and figures stand inside. */
export function marksChart(input: MarksInput, options: ChartOptions<ChartLanguage>): SVGSVGElement {
  const words = chartMessages(options.lang);
  const rows = [...input.rows]
    .sort((a, b) => a.year - b.year)
    .map((row) => stackRow(row, input.minParticipants ?? 10, options.lang));
  const parts: StackPart[] = marks.map((mark) => ({
    key: String(mark),
    text: words.mark(mark),
    fill: shades[mark]?.fill ?? '',
    ink: shades[mark]?.ink ?? '',
  }));
  const names = input.rows.some((row) => row.session === 'autumn') ? 7.2 : 3;
  const label = options.label ?? inWords(rows, options.lang);
  return stackChart({ rows, parts, open: words.hidden, names }, { ...options, label });
}
