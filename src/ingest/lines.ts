import { createReadStream } from 'node:fs';

/**
 * Finds the lines on which records of a delimited UTF-8 text start. The engine numbers records; people look for lines,
 * and a quoted cell may span several.
 * @param skip line of the first data record minus one
 * @param malformed lines of records that the engine did not count
 * @param wanted record numbers, from 1
 * @returns line by record number
 */
export async function linesOfRecords(
  path: string,
  skip: number,
  malformed: ReadonlySet<number>,
  wanted: ReadonlySet<number>,
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  if (wanted.size === 0) return found;
  let line = 1;
  let start = 1;
  let quoted = false;
  let blank = true;
  let record = 0;
  const end = () => {
    if (!blank && start > skip && !malformed.has(start)) {
      record++;
      if (wanted.has(record)) found.set(record, start);
    }
    blank = true;
    start = line;
  };
  let afterReturn = false;
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    for (const char of chunk as string) {
      if (char === '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = char === '\r';
      if (char === '\n' || char === '\r') {
        line++;
        if (!quoted) end();
        continue;
      }
      if (char === '"') quoted = !quoted;
      blank = false;
    }
    if (found.size === wanted.size) return found;
  }
  end();
  return found;
}
