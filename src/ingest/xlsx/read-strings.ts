import { Fault } from '../../contract/fault.ts';
import type { Package } from './entries.ts';
import { cleanText, TextRuns } from './text.ts';
import { parsePart } from './xml.ts';

/** Texts by index. */
export interface StringTable {
  readonly length: number;
  /** Appends a string of at most a cell's length. */
  add(text: string): void;
  /** The string with this index, if there is one. */
  get(index: number): string | undefined;
}

/**
 * Reads the table of shared strings.
 * @throws Fault `too-many-strings`, `cell-too-long`, `zip-entry-too-large`
 */
export async function readSharedStrings(
  source: Package,
  part: string | undefined,
  strings: StringTable,
  signal?: AbortSignal,
): Promise<StringTable> {
  if (part === undefined) return strings;
  const { file, limits } = source;
  const runs = new TextRuns(limits.cellLength, () => ({ file, key: `${part}#${strings.length}` }));
  const parsing = parsePart(
    source,
    part,
    {
      open(name) {
        if (name === 'si') runs.start();
        else runs.open(name);
      },
      text: (text) => runs.text(text),
      close(name) {
        runs.close(name);
        if (name !== 'si') return;
        if (strings.length >= limits.sharedStrings)
          throw new Fault('too-many-strings', { file }, { limit: limits.sharedStrings });
        strings.add(cleanText(runs.value));
      },
    },
    limits.sharedStringsBytes,
  );
  while (!(await parsing.next()).done) signal?.throwIfAborted();
  return strings;
}
