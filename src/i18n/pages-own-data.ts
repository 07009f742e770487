import type { Language } from '../contract/vocabulary.ts';
import * as en from './en/own-data.ts';
import { type FaultText, faultText } from './faults.ts';
import * as ru from './ru/own-data.ts';

/** Texts that the page hands to its script. */
export type OwnDataMessages = Omit<typeof ru.messages, 'faults'> & {
  /** What is wrong with a file, by code. */
  faults: Record<string, FaultText>;
};

/** Faults of the ingest that a file on this page may have. */
const shared = [
  ...['empty-file', 'binary-file', 'old-xls', 'encrypted-workbook', 'xlsb-workbook', 'ods-workbook'],
  ...['not-a-workbook', 'damaged-zip', 'unsafe-zip-entry', 'duplicate-zip-entry', 'zip-too-many-entries'],
  ...[
    'zip-entry-too-large',
    'zip-total-too-large',
    'zip-ratio',
    'damaged-xlsx',
    'xlsx-doctype',
    'empty-sheet',
  ],
  ...['cell-too-long', 'too-many-sheet-rows', 'too-many-sheet-columns', 'row-too-long', 'too-many-strings'],
];

/** Everything the page about one's own data says in a language. */
export function ownDataMessages(lang: Language): { page: typeof ru.page; messages: OwnDataMessages } {
  const { page, messages } = lang === 'ru' ? ru : en;
  const faults = Object.fromEntries(shared.map((code) => [code, faultText(code, lang)]));
  return { page, messages: { ...messages, faults: { ...faults, ...messages.faults } } };
}
