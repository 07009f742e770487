import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Engine } from '../contract/engine.ts';
import { Fault } from '../contract/fault.ts';
import { type Preset, presets } from '../contract/vocabulary.ts';
import { type Earlier, rememberRelease } from '../protect/history.ts';
import { sha256 } from '../publish/files.ts';

/** Where the private memory of a source set lies, beside its canonical tables. */
export const historyFolder = (work: string, dataset: string): string => join(work, `${dataset}-history`);

interface Release {
  release: string;
  preset: Preset;
}

/** What lies beside the files of a release: whose they are, and their hashes. */
const noteSchema = z.object({
  release: z.string(),
  preset: z.enum(presets),
  sha256: z.partialRecord(z.enum(['rows', 'totals', 'behind']), z.string()).optional(),
});

const filesIn = (folder: string): Earlier => ({
  rows: join(folder, 'rows.parquet'),
  totals: join(folder, 'totals.parquet'),
  behind: join(folder, 'behind.parquet'),
});

const hashOf = (file: string): string => sha256(readFileSync(file));
const hashesOf = ({ rows, totals, behind }: Earlier) => ({
  rows: hashOf(rows),
  totals: hashOf(totals),
  behind: hashOf(behind),
});

/** The note of a history. @throws Fault `damaged-history` where it cannot be read or a file is not the one it names */
function readNote(folder: string): Release | undefined {
  const file = join(folder, 'release.json');
  const damaged = (place: string) => new Fault('damaged-history', { file: place });
  let note: z.infer<typeof noteSchema>;
  try {
    note = noteSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw damaged(file);
  }
  const files = filesIn(folder);
  // An earlier version of the program kept less: as if there were none.
  if (note.sha256?.behind === undefined) return undefined;
  for (const name of ['rows', 'totals', 'behind'] as const)
    if (!existsSync(files[name]) || hashOf(files[name]) !== note.sha256[name]) throw damaged(files[name]);
  return note;
}

/**
 * What the last release told and hid, while a release is still on the server with which a new one could be compared.
 * @throws Fault `damaged-history`
 */
export function earlierRelease(folder: string, out: string, preset: Preset): Earlier | undefined {
  if (!existsSync(folder)) return undefined;
  const note = readNote(folder);
  if (note?.preset !== preset || !existsSync(join(out, note.release, 'manifest.json'))) return undefined;
  return filesIn(folder);
}

/**
 * Keeps what a release told and hid. The folder is wholly old or wholly new.
 * @param earlier what it was protected with
 */
export async function keepHistory(
  engine: Engine,
  folder: string,
  made: Release,
  earlier?: Earlier,
): Promise<void> {
  const fresh = `${folder}.tmp-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    await rememberRelease(engine, filesIn(fresh), earlier);
    const note: z.infer<typeof noteSchema> = { ...made, sha256: hashesOf(filesIn(fresh)) };
    writeFileSync(join(fresh, 'release.json'), `${JSON.stringify(note)}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
