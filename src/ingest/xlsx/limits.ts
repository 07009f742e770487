/** What a workbook may cost before it is refused. Sizes are bytes after inflation. */
export interface XlsxLimits {
  /** Files inside the ZIP container. */
  entries: number;
  /** Any one of them. */
  entryBytes: number;
  /** All of them. */
  totalBytes: number;
  /** Inflated to stored size, looked at from `ratioFrom` bytes on. */
  ratio: number;
  ratioFrom: number;
  /** Parts that are held whole: workbook, relationships, styles. */
  smallPartBytes: number;
  /** The table of shared strings, which is held in memory as UTF-8. */
  sharedStringsBytes: number;
  sharedStrings: number;
  cellLength: number;
  /** All cells of a row; the engine reads lines of up to 2 MiB. */
  rowLength: number;
  columns: number;
  rows: number;
  /** The CSV that comes out: one long shared string may be used by every cell. */
  csvBytes: number;
}

/**
 * Cell length, columns and rows are what Excel itself can hold. A million rows of twenty columns inflate to about 0.7 GB at a ratio
 * of 8; the worst real sheets (empty styled cells) reach 60, deflate can reach 1,032.
 */
export const defaultLimits: XlsxLimits = {
  entries: 2_000,
  entryBytes: 3 * 2 ** 30,
  totalBytes: 4 * 2 ** 30,
  ratio: 200,
  ratioFrom: 2 ** 20,
  smallPartBytes: 16 * 2 ** 20,
  sharedStringsBytes: 512 * 2 ** 20,
  sharedStrings: 16_000_000,
  cellLength: 32_767,
  rowLength: 1_000_000,
  columns: 16_384,
  rows: 1_048_576,
  csvBytes: 4 * 2 ** 30,
};
