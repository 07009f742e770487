/** A cell of a table in a document or on a sheet, one for every column of the grid. */
export interface TableCell {
  /** One line; of a cell that a merged one above covers, that one's text. */
  text: string;
  /** Whether a merged cell to the left or above covers this one. */
  covered: '' | 'left' | 'above';
}

/** A table with the texts that stand before it. */
export interface TextTable {
  /** Where it stands: a sheet's name, or `table 1` … counted by `number`. */
  sheet?: string;
  number: number;
  captions: string[];
  rows: TableCell[][];
}

/** Columns that are looked at: no road map is wider. */
export const mostColumns = 64;
