import type { ingestFaultsRu } from '../ru/ingest-faults.ts';

/** Files that change, and texts with spoilt letters: what is wrong and what to do. */
export const ingestFaultsEn: Record<keyof typeof ingestFaultsRu, { fault: string; remedy: string }> = {
  'file-changed': {
    fault: 'the file changed while it was read',
    remedy: 'wait until it is copied, or close it in Excel, and run again',
  },
};
