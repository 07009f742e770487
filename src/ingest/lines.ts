import { createReadStream } from 'node:fs';
import type { Engine } from '../contract/engine.ts';

/** Follows a delimited text character by character and tells on which lines its records start. */
class Records {
  #line = 1;
  #start = 1;
  #quoted = false;
  #blank = true;
  #afterReturn = false;
  readonly #found: (line: number) => void;

  constructor(found: (line: number) => void) {
    this.#found = found;
  }

  read(text: string): void {
    for (const char of text) this.#character(char);
  }

  /** A record that no line end follows. */
  end(): void {
    if (!this.#blank) this.#found(this.#start);
    this.#blank = true;
    this.#start = this.#line;
  }

  #character(char: string): void {
    const second = char === '\n' && this.#afterReturn;
    this.#afterReturn = char === '\r';
    if (second) return;
    if (char === '\n' || char === '\r') {
      this.#line++;
      if (!this.#quoted) this.end();
      return;
    }
    if (char === '"') this.#quoted = !this.#quoted;
    this.#blank = false;
  }
}

/**
 * Finds the lines on which records of a delimited UTF-8 text start. The engine numbers records; people look for lines,
 * and a quoted cell may span several.
 * @param skip line of the first data record minus one
 * @param malformed lines of records that the engine did not count
 * @param wanted record numbers, from 1
 * @returns line by record number
 */
async function linesOfRecords(
  path: string,
  skip: number,
  malformed: ReadonlySet<number>,
  wanted: ReadonlySet<number>,
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  if (wanted.size === 0) return found;
  let record = 0;
  const records = new Records((line) => {
    if (line <= skip || malformed.has(line)) return;
    record++;
    if (wanted.has(record)) found.set(record, line);
  });
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    records.read(chunk as string);
    if (found.size === wanted.size) return found;
  }
  records.end();
  return found;
}

/** At most this many rejected rows of a file are looked up and listed; all are counted. */
export const listed = 10_000;

const unknown = (file: number): string =>
  `FROM rejections WHERE _file = ${file} AND line IS NULL AND _row IS NOT NULL`;

/** True when a row of the file was rejected of which only its number is known. */
export async function hasUnknownLines(engine: Engine, file: number): Promise<boolean> {
  const [found] = await engine.query<{ n: number }>(`SELECT count(*) AS n ${unknown(file)}`);
  return (found?.n ?? 0) > 0;
}

/** Finds the lines of rejected rows of a file in its text. */
export async function resolveLines(engine: Engine, file: number, path: string, skip: number): Promise<void> {
  const wanted = await engine.query<{ _row: number }>(
    `SELECT DISTINCT _row ${unknown(file)} ORDER BY _row LIMIT ${listed}`,
  );
  if (wanted.length === 0) return;
  const malformed = await engine.query<{ line: number }>(
    `SELECT line FROM rejections WHERE _file = ${file} AND rule = 'malformed-row'`,
  );
  const lines = await linesOfRecords(
    path,
    skip,
    new Set(malformed.map(({ line }) => line)),
    new Set(wanted.map(({ _row }) => _row)),
  );
  if (lines.size === 0) return;
  const rows = [...lines].map(([row, line]) => `(${row}, ${line})`).join(', ');
  await engine.run(`UPDATE rejections SET line = found.line FROM (VALUES ${rows}) AS found(_row, line)
    WHERE rejections._file = ${file} AND rejections._row = found._row AND rejections.line IS NULL`);
}
