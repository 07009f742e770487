import { frequency, type Tally } from './tally.ts';

/** `95.3 %` of a tally; an en dash when there was no trial. */
export function percent(tally: Tally): string {
  return tally.trials === 0 ? '–' : `${(100 * frequency(tally)).toFixed(1)} %`;
}

/** A Markdown table: first column left, the rest right. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = `|${header.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}
