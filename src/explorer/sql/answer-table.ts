import type { Cell } from '../../contract/engine.ts';
import type { Language } from '../../contract/vocabulary.ts';
import type { ConsoleMessages } from '../../i18n/pages-console.ts';
import { type Answer, isNumber } from './answer.ts';

/** More lines than these are not put onto the page. */
export const mostLines = 1000;

export interface CellWords {
  lang: Language;
  words: ConsoleMessages['columns'];
}

/** Values as they are, with the language's decimal mark: no rounding, no grouping, so that they can be copied. */
function cellWriter({ lang, words }: CellWords): (cell: Cell) => string {
  const { format } = new Intl.NumberFormat(lang, { useGrouping: false, maximumSignificantDigits: 17 });
  return (cell) => {
    if (cell === null) return words.empty;
    if (typeof cell === 'boolean') return words[`${cell}`];
    return typeof cell === 'number' ? format(cell) : cell;
  };
}

/** The first lines of an answer as a table. */
export function answerTable(
  { columns, rows }: Answer,
  words: CellWords,
  document: Document,
): HTMLTableElement {
  const write = cellWriter(words);
  const table = document.createElement('table');
  table.setAttribute('aria-labelledby', 'sql-caption');
  const add = (parent: Element, tag: string, text = '', name = ''): Element => {
    const element = document.createElement(tag);
    element.textContent = text;
    if (name !== '') element.className = name;
    parent.append(element);
    return element;
  };
  const kinds = columns.map((column) => (isNumber(column) ? 'number' : ''));
  const head = add(add(table, 'thead'), 'tr');
  for (const [index, { name }] of columns.entries())
    add(head, 'th', name, kinds[index]).setAttribute('scope', 'col');
  const body = add(table, 'tbody');
  for (const row of rows.slice(0, mostLines)) {
    const line = add(body, 'tr');
    for (const [index, cell] of row.entries())
      add(line, 'td', write(cell), cell === null ? 'quiet' : kinds[index]);
  }
  return table;
}
