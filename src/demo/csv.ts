export type CsvCell = string | number | boolean;

/** Delimited text with LF. Nothing here needs quotes: names have «» and no delimiter; a cell that does is a fault. */
export function csv(
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  delimiter: ',' | ';',
): string {
  const lines = [header.join(delimiter)];
  for (const row of rows) {
    const cells = row.map(String);
    if (cells.length !== header.length)
      throw new RangeError(`${cells.length} cells under ${header.length} headers`);
    const bad = cells.find((cell) => cell.includes(delimiter) || cell.includes('"') || cell.includes('\n'));
    if (bad !== undefined) throw new RangeError(`cell needs quotes: ${bad}`);
    lines.push(cells.join(delimiter));
  }
  return `${lines.join('\n')}\n`;
}

/** A number with decimal comma, as Russian spreadsheets export it; empty for null. */
export const comma = (value: number | null, digits: number) =>
  value === null ? '' : value.toFixed(digits).replace('.', ',');

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-8 with the byte order mark that Excel writes. */
export const utf8Bom = (text: string): Uint8Array => utf8(`\uFEFF${text}`);

const others: Readonly<Record<string, number>> = {
  Ё: 0xa8,
  ё: 0xb8,
  '«': 0xab,
  '»': 0xbb,
  '№': 0xb9,
  '—': 0x97,
};

function byte1251(character: string): number {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code;
  if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
  const known = others[character];
  if (known === undefined) throw new RangeError(`not in this Windows-1251: ${character}`);
  return known;
}

/** Windows-1251, as far as these files need it: Node decodes it and does not encode it. */
export const windows1251 = (text: string): Uint8Array => Uint8Array.from(text, byte1251);
