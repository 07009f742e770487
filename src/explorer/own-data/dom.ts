import Papa from 'papaparse';
import { fill } from '../../i18n/explorer-messages.ts';
import { save } from '../save.ts';

/** A cell: text stands left, number right. */
export type Value = string | number;

export interface TableData {
  header: readonly string[];
  rows: readonly (readonly Value[])[];
  /** Numbers as they are read by people; the file keeps them plain. */
  shown?: (value: Value, column: number) => string;
}

/** Appends an element. Texts come from files: they are only ever text. */
export function add<K extends keyof HTMLElementTagNameMap>(
  parent: Element,
  tag: K,
  text = '',
  className = '',
): HTMLElementTagNameMap[K] {
  const element = parent.ownerDocument.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  parent.append(element);
  return element;
}

/** A table that scrolls by itself and that the keyboard reaches. */
export function addTable(
  parent: Element,
  label: string,
  { header, rows, shown = String }: TableData,
  tall = false,
): void {
  const part = add(parent, 'section', '', tall ? 'table-scroll own-tall' : 'table-scroll');
  part.tabIndex = 0;
  part.setAttribute('aria-label', label);
  const table = add(part, 'table');
  const head = add(add(table, 'thead'), 'tr');
  for (const text of header) add(head, 'th', text).scope = 'col';
  const body = add(table, 'tbody');
  for (const cells of rows) {
    const line = add(body, 'tr');
    for (const [i, value] of cells.entries()) {
      const cell = add(line, i === 0 ? 'th' : 'td', shown(value, i));
      if (i === 0) (cell as HTMLTableCellElement).scope = 'row';
    }
  }
}

// Spreadsheets run what begins like a formula; a signed number is only a number.
const formula = /^(?:[=@\t\r＝＋－＠]|[+-](?!\d+(?:[.,]\d+)?$))/;

/** CSV for spreadsheets: UTF-8 with its mark, semicolons, formulas made harmless. */
export const csvOf = ({ header, rows }: TableData): string =>
  `\uFEFF${Papa.unparse(
    { fields: [...header], data: rows.map((cells) => [...cells]) },
    { escapeFormulae: formula, newline: '\r\n', delimiter: ';' },
  )}\r\n`;

/** A button that saves a table as a file; made on the device, nothing is requested. */
export function addDownload(parent: Element, text: string, name: string, table: () => TableData): void {
  const actions = add(parent, 'p', '', 'actions');
  const button = add(actions, 'button', text);
  button.type = 'button';
  button.addEventListener('click', () =>
    save(parent.ownerDocument, `${name}.csv`, 'text/csv;charset=utf-8', csvOf(table())),
  );
}

export { fill };
