import { defaultLimits, type XlsxLimits } from '../../ingest/xlsx/limits.ts';

/** A file of a municipality with the longest known rows (1.2 KB) stays under it; what is larger is for the ingest. */
export const mostBytes = 64 * 2 ** 20;
/** All pupils of a large municipality's work. */
export const mostRows = 100_000;

/**
 * Of a whole file: 100,000 rows of 20 columns. A cell takes about a hundred bytes until the file is understood, so that
 * this is what a phone has room for (measured: docs/explorer.md).
 */
export const mostCells = 2_000_000;

/** As in the ingest, with sizes for what is held before cells are counted. */
export const browserLimits: XlsxLimits = {
  ...defaultLimits,
  entryBytes: 512 * 2 ** 20,
  totalBytes: 640 * 2 ** 20,
  sharedStringsBytes: 64 * 2 ** 20,
  sharedStrings: 2_000_000,
};
