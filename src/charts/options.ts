import type { Language } from '../contract/vocabulary.ts';
import type { ChartLanguage } from './every.ts';

/** What every chart is told beside its data. Charts that can draw for every language at once say so by `In`. */
export interface ChartOptions<In extends ChartLanguage = Language> {
  /** The document that makes the elements: the page's own, or linkedom's at build. */
  document: Document;
  /** Width in pixels; charts are drawn for a width, not shrunk to it. */
  width: number;
  lang: In;
  /** Text alternative; made from the data when left out. */
  label?: string;
}

/** Under this width a chart stacks its panels and writes larger. */
const narrow = 500;

/** True for phone widths. */
export const isNarrow = (width: number): boolean => width < narrow;

/** Never under 12 px, also where a 320 px screen scales a chart of 340 px down. */
export const fontSize = (width: number): number => (isNarrow(width) ? 14 : 13);

/** Mean width of a Golos letter in ems, on the wide side so that words never touch. */
export const letter = 0.58;

/** Colours by role: a page's variable, or a fallback that stands alone in an exported file. */
export const ink = {
  strong: 'var(--chart-strong, #1a5276)',
  context: 'var(--chart-context, #6b7076)',
  text: 'var(--chart-text, #3d4248)',
  grid: 'var(--chart-grid, #e3e4e2)',
  paper: 'var(--chart-paper, #ffffff)',
} as const;
