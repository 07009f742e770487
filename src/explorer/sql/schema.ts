export interface SchemaTable {
  name: string;
  title: string;
  columns: { name: string; type: string; meaning: string }[];
}

const textOf = (parent: Element, selector: string): string =>
  parent.querySelector(selector)?.textContent?.trim() ?? '';

/** The tables that the page describes; the page is the one place where they are written down. */
export const readSchema = (document: Document): SchemaTable[] =>
  [...document.querySelectorAll<HTMLElement>('[data-sql-table]')].map((part) => ({
    name: part.dataset.sqlTable ?? '',
    title: textOf(part, '[data-title]'),
    columns: [...part.querySelectorAll('[data-column]')].map((line) => ({
      name: textOf(line, 'code'),
      type: textOf(line, '[data-type]'),
      meaning: textOf(line, '[data-meaning]'),
    })),
  }));

/** The worked questions that the page lists: id → text. */
export const readQuestions = (document: Document): Map<string, string> =>
  new Map(
    [...document.querySelectorAll<HTMLElement>('[data-question]')].map((part) => [
      part.dataset.question ?? '',
      part.querySelector('pre')?.textContent ?? '',
    ]),
  );
