import type { ingestFaultsRu } from '../ru/ingest-faults.ts';

/** Files that change, and texts with spoilt letters: what is wrong and what to do. */
export const ingestFaultsEn: Record<keyof typeof ingestFaultsRu, { fault: string; remedy: string }> = {
  'file-changed': {
    fault: 'the file changed while it was read',
    remedy: 'wait until it is copied, or close it in Excel, and run again',
  },
  'nul-bytes': {
    fault: 'the text holds NUL bytes: the file is damaged or is no text',
    remedy: 'export or copy the file again',
  },
  'spoilt-letters': {
    fault: 'letters are spoilt: a text in {was} was read as {taken}',
    remedy:
      'export the file again, or open the original in the right encoding and save it as CSV UTF-8; do not mend the spoilt file',
  },
  'spoilt-cell': {
    fault: 'the letters of the cell are spoilt: the text was read in an encoding that is not its own',
    remedy: 'export the file again; do not mend the spoilt cell',
  },
  'long-cell': {
    fault: 'the cell has more than 32,767 characters, which not even Excel can hold',
    remedy: 'check whether rows have run together (a quote that is not closed), and export the file again',
  },
};
