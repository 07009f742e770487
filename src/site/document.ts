import { parseHTML } from 'linkedom';

/** One build-time document, shared by every chart of every page. */
export const document = parseHTML('<!doctype html><html><body></body></html>')
  .document as unknown as Document;
