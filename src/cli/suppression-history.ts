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
  /** Absent in what earlier versions of the program wrote. */
  sha256: z.object({ rows: z.string(), totals: z.string() }).optional(),
});

const filesIn = (folder: string): Earlier => ({
  rows: join(folder, 'rows.parquet'),
  totals: join(folder, 'totals.parquet'),
});

const hashesOf = ({ rows, totals }: Earlier) => ({
  rows: sha256(readFileSync(rows)),
  totals: sha256(readFileSync(totals)),
});

/** The note of a history. @throws Fault `damaged-history` where it cannot be read or a file is not the one it names */
function readNote(folder: string): Release {
  const file = join(folder, 'release.json');
  const damaged = (place: string) => new Fault('damaged-history', { file: place });
  let note: z.infer<typeof noteSchema>;
  try {
    note = noteSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw damaged(file);
  }
  const files = filesIn(folder);
  for (const name of ['rows', 'totals'] as const)
    if (!existsSync(files[name]) || (note.sha256 && sha256(readFileSync(files[name])) !== note.sha256[name]))
      throw damaged(files[name]);
  return note;
}

/**
 * What the last release told and hid, while a release is still on the server with which a new one could be compared.
 * @throws Fault `damaged-history`
 */
export function earlierRelease(folder: string, out: string, preset: Preset): Earlier | undefined {
  if (!existsSync(folder)) return undefined;
  const note = readNote(folder);
  const isThere = existsSync(join(out, note.release, 'manifest.json'));
  return isThere && note.preset === preset ? filesIn(folder) : undefined;
}

/** Keeps what a release told and hid. The folder is wholly old or wholly new. */
export async function keepHistory(engine: Engine, folder: string, made: Release): Promise<void> {
  const fresh = `${folder}.tmp-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    await rememberRelease(engine, filesIn(fresh));
    const note: z.infer<typeof noteSchema> = { ...made, sha256: hashesOf(filesIn(fresh)) };
    writeFileSync(join(fresh, 'release.json'), `${JSON.stringify(note)}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
