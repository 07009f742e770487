import type { Kind } from './formats.ts';
import { plainDecimal, serialToIso } from './numbers.ts';
import type { StringTable } from './read-strings.ts';
import { cleanText } from './text.ts';

/** What was noticed in a sheet without being wrong enough to stop. */
export interface XlsxWarnings {
  /** Formulas that the writing program never calculated; their cells hold `#ERROR:#FORMULA`. */
  formulasWithoutValue: number;
  /** Cells with `#N/A`, `#DIV/0!` … ; they hold `#ERROR:#N/A`. */
  errorCells: number;
  /** Whole numbers of more than 15 digits, of which Excel has lost the last ones. */
  longNumbers: number;
  /** Rows that a filter or a person has hidden. They are read. */
  hiddenRows: number;
}

/** A cell of a sheet, as its XML has it. */
export interface RawCell {
  type: string;
  style: number;
  formula: boolean;
  /** Content of `<v>`; undefined when there is no such element. */
  value: string | undefined;
  /** Text of `<is>`. */
  inline: string;
}

export interface CellContext {
  strings: StringTable;
  kinds: readonly Kind[];
  date1904: boolean;
  decimal: '.' | ',';
  warnings: XlsxWarnings;
  /** Called for a cell that points at nothing. */
  damaged(message: string): Error;
}

/** Starts the text of cells that have no value; no rule for numbers, dates or lists accepts it. */
const errorMark = '#ERROR:';

function hasOnlyDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return text !== '';
}

/** A whole number in the form in which it is written out. */
const isPlainInteger = (text: string): boolean =>
  text.length <= 15 && (text.length === 1 || text.charCodeAt(0) !== 48) && hasOnlyDigits(text);

function number(text: string, style: number, context: CellContext): string {
  if ((context.kinds[style] ?? 'number') === 'number' && isPlainInteger(text)) return text;
  const value = text === '' ? Number.NaN : Number(text);
  // Kept as it is: the rules of the column will say that this is no number.
  if (!Number.isFinite(value)) return cleanText(text);
  const kind = context.kinds[style] ?? 'number';
  if (kind !== 'number' && kind !== 'percent') {
    const iso = serialToIso(value, kind, context.date1904);
    if (iso !== undefined) return iso;
  }
  if (Number.isInteger(value) && Math.abs(value) >= 1e15) context.warnings.longNumbers++;
  const plain = kind === 'percent' ? `${plainDecimal(value, 2)}%` : plainDecimal(value);
  return context.decimal === '.' ? plain : plain.replace('.', context.decimal);
}

/** `t="d"` holds ISO text; midnight is no time. */
const isoDate = (text: string): string => cleanText(text).replace(/T00:00:00(?:\.0+)?Z?$|(?:\.\d+)?Z$/, '');

function error(code: string, context: CellContext): string {
  context.warnings.errorCells++;
  return `${errorMark}${cleanText(code)}`;
}

function shared(value: string, context: CellContext): string {
  const text = hasOnlyDigits(value) ? context.strings.get(Number(value)) : undefined;
  if (text === undefined) throw context.damaged(`<v>${value.slice(0, 20)}</v>`);
  return text;
}

/** The text of a cell: what its value is, never what a program shows in a narrow column. */
export function cellText(cell: RawCell, context: CellContext): string {
  if (cell.type === 'inlineStr') return cleanText(cell.inline || (cell.value ?? ''));
  if (cell.value === undefined) {
    if (!cell.formula) return '';
    context.warnings.formulasWithoutValue++;
    return `${errorMark}#FORMULA`;
  }
  const trimmed = cell.value.trim();
  if (cell.type === 'str') return cleanText(cell.value);
  if (trimmed === '') return '';
  if (cell.type === 'n') return number(trimmed, cell.style, context);
  if (cell.type === 's') return shared(trimmed, context);
  if (cell.type === 'b') return trimmed === '1' || trimmed === 'true' ? 'TRUE' : 'FALSE';
  if (cell.type === 'e') return error(trimmed, context);
  if (cell.type === 'd') return isoDate(trimmed);
  return number(trimmed, cell.style, context);
}
