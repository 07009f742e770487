import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { Fault } from '../contract/fault.ts';
import type { Profile } from '../contract/profile.ts';
import { normaliseHeader } from './header-name.ts';
import { isPersonalHeader } from './personal.ts';
import { spoiltLetters } from './spoilt.ts';

export { normaliseHeader };

/** The header of a file: its columns in order, and where each is. */
export interface Header {
  names: string[];
  /** Index of a column by its header, compared loosely; `undefined` when absent. */
  index(name: string): number | undefined;
  /** Line of the first data record. */
  firstLine: number;
}

const readStart = async (path: string, limit: number): Promise<string> => {
  let text = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    text += chunk;
    if (text.length >= limit) break;
  }
  return text;
};

/**
 * Parses the header line of a UTF-8 file.
 * @throws Fault `header-only`, `duplicate-header`, `empty-header`
 */
export async function readHeader(path: string, profile: Profile, file: string): Promise<Header> {
  const text = (await readStart(path, 1 << 20)).replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(text, {
    delimiter: profile.delimiter,
    preview: profile.header_row + 50,
  });
  const names = data[profile.header_row - 1];
  const isEmpty = (row: string[] | undefined) => row === undefined || row.every((cell) => cell.trim() === '');
  if (isEmpty(names) || names === undefined) throw new Fault('no-header', { file, line: profile.header_row });
  if (data.slice(profile.header_row).every(isEmpty))
    throw new Fault('header-only', { file, line: profile.header_row });
  const normal = names.map(normaliseHeader);
  const used = new Set(sourceColumns(profile).map(normaliseHeader));
  const repeated = normal.find((name, i) => used.has(name) && normal.indexOf(name) !== i);
  if (repeated !== undefined) {
    throw new Fault('duplicate-header', { file, line: profile.header_row, column: repeated });
  }
  const lines = text.split(/\r\n|\n|\r/, profile.header_row).length;
  return {
    names,
    firstLine: lines + 1,
    index: (name) => {
      const at = normal.indexOf(normaliseHeader(name));
      return at === -1 ? undefined : at;
    },
  };
}

/** Every file column that a profile uses. */
function sourceColumns(profile: Profile): string[] {
  return [
    ...Object.values(profile.columns).map((column) => column.from),
    ...profile.filters.map((filter) => filter.from),
    ...Object.keys(profile.unpivot?.columns ?? {}),
    ...(profile.anchor ? [profile.anchor.from] : []),
    ...profile.unique,
  ];
}

/**
 * Compares a header with the profile: what the profile uses must be there, what the file has must be known.
 * @returns headers of personal data that the profile does not use; they are never read
 * @throws Fault `missing-column`, `unknown-column`, `personal-column`
 */
export function matchHeader(header: Header, profile: Profile, file: string): string[] {
  const line = profile.header_row;
  const wanted = sourceColumns(profile);
  const missing = wanted.find((name) => header.index(name) === undefined);
  if (missing !== undefined && header.names.length === 1) guessDelimiter(header, profile, file);
  const spoilt = missing === undefined ? undefined : spoiltLetters(header.names.join(' '));
  if (spoilt) throw new Fault('spoilt-letters', { file, line }, { ...spoilt });
  if (missing !== undefined) {
    throw new Fault('missing-column', { file, line, column: missing }, { found: header.names.join(' | ') });
  }
  const personal = wanted.find(isPersonalHeader);
  if (personal !== undefined) throw new Fault('personal-column', { file, line, column: personal });
  const known = new Set([...wanted, ...profile.ignore].map(normaliseHeader));
  const dropped: string[] = [];
  for (const name of header.names) {
    if (name.trim() === '' || known.has(normaliseHeader(name))) continue;
    if (!isPersonalHeader(name)) throw new Fault('unknown-column', { file, line, column: name });
    dropped.push(name);
  }
  return [...dropped, ...profile.ignore.filter(isPersonalHeader)];
}

/** A header that is one column under the declared delimiter and several under another was read with the wrong one. */
function guessDelimiter(header: Header, profile: Profile, file: string): void {
  const [only = ''] = header.names;
  const found = [';', ',', '\t', '|'].find((delimiter) => only.split(delimiter).length > 2);
  if (found === undefined || found === profile.delimiter) return;
  throw new Fault(
    'wrong-delimiter',
    { file, line: profile.header_row },
    { declared: profile.delimiter, found },
  );
}
