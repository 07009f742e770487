import { basename } from 'node:path';
import { Fault } from '../../contract/fault.ts';
import type { TextTable } from '../table-cells.ts';
import type { Package } from '../xlsx/entries.ts';
import { defaultLimits, type XlsxLimits } from '../xlsx/limits.ts';
import { openPackage } from '../xlsx/package.ts';
import { mainPart } from '../xlsx/parts.ts';
import { parseWhole } from '../xlsx/xml.ts';
import { TableHandler } from './table-handler.ts';

/** What the container and its XML refuse, in the words of a document. */
const codes: Readonly<Record<string, string>> = {
  'old-xls': 'old-document',
  'encrypted-workbook': 'encrypted-document',
  ...Object.fromEntries(
    ['not-a-workbook', 'text-not-workbook', 'ods-workbook', 'xlsb-workbook'].map((code) => [
      code,
      'not-a-document',
    ]),
  ),
  ...Object.fromEntries(
    ['zip-too-many-entries', 'zip-entry-too-large', 'zip-total-too-large', 'zip-ratio'].map((code) => [
      code,
      'document-too-large',
    ]),
  ),
  ...Object.fromEntries(
    ['damaged-zip', 'damaged-xlsx', 'xlsx-doctype', 'unsafe-zip-entry', 'duplicate-zip-entry'].map((code) => [
      code,
      'damaged-document',
    ]),
  ),
};

/** True for a name that a word processor gives. */
export const isDocumentName = (name: string): boolean => /\.(docx?|docm|dotx|odt|rtf)$/i.test(name);

function ofDocument(error: unknown): unknown {
  if (!(error instanceof Fault)) return error;
  const { code, place, details } = error;
  const message = String(details.message ?? details.entry ?? details.format ?? details.part ?? code);
  const known = codes[code];
  return known === undefined ? error : new Fault(known, place, { message, ...details });
}

const isDocument = async (source: Package): Promise<string | null> => {
  const part = await mainPart(source);
  let root = '';
  await parseWhole(source, part, {
    open(name) {
      root ||= name;
    },
  });
  return root === 'document' ? part : null;
};

export interface DocxOptions {
  /** Name shown to people; the base name of the path unless given. */
  file?: string;
  limits?: Partial<XlsxLimits>;
}

/**
 * The tables of a document with the paragraphs before each.
 * @returns `null` for another kind of Office file
 * @throws Fault `old-document`, `encrypted-document`, `not-a-document`, `damaged-document`, `document-too-large`,
 *   `cell-too-long`, `too-many-sheet-rows`
 */
export async function documentTables(
  path: string,
  { file = basename(path), limits }: DocxOptions = {},
): Promise<TextTable[] | null> {
  let source: Package | undefined;
  try {
    source = await openPackage(path, file, { ...defaultLimits, ...limits });
    const part = await isDocument(source);
    if (part === null) return null;
    const handler = new TableHandler(file);
    await parseWhole(source, part, handler);
    return handler.tables;
  } catch (error) {
    throw isDocumentName(file) ? ofDocument(error) : error;
  } finally {
    source?.close();
  }
}
