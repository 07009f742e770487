import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import type { SubjectRow } from '../contract/reference.ts';
import { type Examined, refuseChanged, transcode } from './bytes.ts';
import { type CachePlace, ReadCache, type Told } from './cache.ts';
import { columnFates } from './columns.ts';
import { type Header, matchHeader, readHeader } from './header.ts';
import { isMixedLineEnds, sameLineEnds } from './line-ends.ts';
import { resolveLines } from './lines.ts';
import { readFile } from './read.ts';
import { rewriteText } from './rewrite.ts';
import { longestLine, unnamedColumns } from './scan.ts';
import { readSheet } from './sheet.ts';
import type { SourceFile } from './source.ts';
import { forgetFile } from './staging.ts';

type Format = 'csv' | 'xlsx';

/** Tells how far the reading of a source set is. */
export interface FileProgress {
  /** Number of the file, from 1, and of all. */
  file: number;
  files: number;
  name: string;
  bytes: number;
  format: Format;
  /** Bytes of this file and of those after it that are still to be read, by format. */
  bytesLeft: Record<Format, number>;
  /** Begun; read; or taken from an earlier run, since nothing of it has changed. */
  state: 'begun' | 'read' | 'unchanged';
}

/** What ingest may touch outside its arguments. */
export interface IngestEffects {
  engine: Engine;
  /** An empty private folder for files re-encoded as UTF-8; the caller removes it. */
  temporary: string;
  progress(step: FileProgress): void;
  /** Folder with the road maps of orders; those that the set wants are staged beside its own. */
  orders?: string;
  /** Where what was read is kept for the next run; nothing is kept without it. */
  cache?: CachePlace;
}

/** A source file after reading: what it was, what became of its rows so far. */
export interface ReadSource extends Told {
  file: SourceFile;
  examined: Examined;
  /** Runs something over the file's UTF-8 text; `skip` is the line of the first data record minus one. */
  withText<T>(work: (path: string, skip: number) => Promise<T>): Promise<T>;
}

/** A file as UTF-8 text that the engine reads: itself, re-encoded, or a sheet written as CSV, line for row. */
async function asText(given: SourceFile, examined: Examined, temporary: string) {
  const utf8 = join(temporary, 'text.csv');
  if (given.profile.format === 'xlsx') return { utf8, ...(await readSheet(given, utf8)) };
  const isUtf8 = examined.encoding === 'utf-8';
  if (!isUtf8) await transcode(examined, utf8, given.name);
  const text = isUtf8 ? examined.path : utf8;
  if (!given.rewrite) return { utf8: text, file: given, warnings: [] };
  const flat = join(temporary, 'flat.csv');
  const warnings = await rewriteText(text, flat, given.profile, given.rewrite(), given.name);
  return { utf8: flat, file: { ...given, profile: { ...given.profile, delimiter: ',' as const } }, warnings };
}

/** The file's text and header, for as long as something is done with them: no copy of pupils lies about longer. */
async function withText<T>(
  given: SourceFile,
  examined: Examined,
  temporary: string,
  work: (text: { path: string; file: SourceFile; header: Header; warnings: string[] }) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(temporary, 'text-'));
  try {
    const { utf8: path, file, warnings } = await asText(given, examined, folder);
    return await work({ path, file, header: await readHeader(path, file.profile, file.name), warnings });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readOne(given: SourceFile, examined: Examined, effects: IngestEffects): Promise<Told> {
  const { engine, temporary } = effects;
  return withText(given, examined, temporary, async ({ path, file, header, warnings }) => {
    const droppedColumns = matchHeader(header, file.profile, file.name);
    const read = async (text: string) => {
      const result = await readFile(engine, text, file, header);
      await resolveLines(engine, file.number, text, header.firstLine - 1);
      // Built-in layouts know the empty columns of their forms.
      const unnamed = given.notes ? 0 : await unnamedColumns(engine, text, file, header);
      const more = unnamed > 0 ? [`unnamed-columns ${unnamed}`] : [];
      return { ...result, warnings: [...more, ...result.warnings] };
    };
    const result = await read(path).catch(async (error: unknown) => {
      if (isTooLong(error)) throw new Fault('row-too-long', { file: file.name }, { limit: longestLine });
      if (!isMixedLineEnds(error)) throw error;
      await forgetFile(engine, file.number);
      const mended = join(temporary, 'mended.csv');
      await sameLineEnds(path, mended);
      const again = await read(mended).finally(() => rmSync(mended, { force: true }));
      return { ...again, warnings: ['mixed-line-ends', ...again.warnings] };
    });
    const columns = columnFates(header, file, droppedColumns);
    return { ...result, warnings: [...warnings, ...result.warnings], droppedColumns, columns };
  });
}

/** The engine's words for a row that is longer than it may be: it has cut the row in the middle of a letter. */
const isTooLong = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('Invalid unicode');

/** Reads a file, or takes what an earlier run has read of the same bytes in the same way. */
export class Reader {
  readonly #effects: IngestEffects;
  readonly #cache: ReadCache | undefined;
  readonly #subjects: string;
  /** Numbers of files that were not read in this run. */
  readonly unread = new Set<number>();

  constructor(effects: IngestEffects, subjects: readonly SubjectRow[]) {
    this.#effects = effects;
    this.#cache = effects.cache && new ReadCache(effects.engine, effects.cache);
    this.#subjects = JSON.stringify(subjects);
  }

  #key(file: SourceFile, examined: Examined): string {
    return this.#cache?.keyOf(file, examined.sha256, this.#subjects) ?? '';
  }

  /** True when the file will probably not have to be read. */
  expects(file: SourceFile, examined: Examined | undefined): boolean {
    return examined !== undefined && this.#cache?.has(this.#key(file, examined)) === true;
  }

  async read(file: SourceFile, examined: Examined): Promise<ReadSource> {
    const key = this.#key(file, examined);
    const known = await this.#cache?.restore(key, file.number);
    if (known) this.unread.add(file.number);
    const told = known ?? (await readUnchanged(file, examined, this.#effects));
    if (!known) await this.#cache?.keep(key, file.number, told);
    return {
      ...told,
      file,
      examined,
      withText: (work) =>
        withText(file, examined, this.#effects.temporary, ({ path, header }) =>
          work(path, header.firstLine - 1),
        ),
    };
  }

  /** Reads a file that was not, for what is never kept. */
  async again({ file, examined }: ReadSource): Promise<void> {
    await forgetFile(this.#effects.engine, file.number);
    await readUnchanged(file, examined, this.#effects);
    this.unread.delete(file.number);
  }

  done(): void {
    this.#cache?.prune();
  }
}

/** @throws Fault `file-changed` when the file was written to since its bytes were hashed */
async function readUnchanged(file: SourceFile, examined: Examined, effects: IngestEffects): Promise<Told> {
  const told = await readOne(file, examined, effects).catch(async (error: unknown) => {
    // What a half-written file seems to be is not what is wrong with it.
    await refuseChanged(examined, file.name);
    throw error;
  });
  await refuseChanged(examined, file.name);
  return told;
}
