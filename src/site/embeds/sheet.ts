import type { EmbedChart } from '../../embeds/address.ts';
import type { Picture } from './poster.ts';
import type { Subject } from './subjects.ts';

/** Cells of a table of numbers as words; the first column names the row. */
export interface WordTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface SheetPicture extends Picture {
  table?: WordTable;
}

/** One chart of one entity: all its pictures. */
export interface Sheet {
  chart: EmbedChart;
  indicator?: string;
  subject: Subject;
  title: string;
  pictures: readonly SheetPicture[];
  /** The page of the site that tells more, below the language. */
  page: string;
}

/** The text alternative that a chart carries. */
export const altOf = (svg: string): string =>
  (/^<svg aria-label="([^"]*)"/.exec(svg)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
