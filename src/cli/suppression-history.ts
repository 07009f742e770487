import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../contract/engine.ts';
import type { Preset } from '../contract/vocabulary.ts';
import { type Earlier, rememberRelease } from '../protect/history.ts';

/** Where the private memory of a source set lies, beside its canonical tables. */
export const historyFolder = (work: string, dataset: string): string => join(work, `${dataset}-history`);

interface Note {
  release: string;
  preset: Preset;
}

const filesIn = (folder: string): Earlier => ({
  rows: join(folder, 'rows.parquet'),
  totals: join(folder, 'totals.parquet'),
});

/** What the last release told and hid, while a release is still on the server with which a new one could be compared. */
export function earlierRelease(folder: string, out: string, preset: Preset): Earlier | undefined {
  const file = join(folder, 'release.json');
  if (!existsSync(file)) return undefined;
  const note = JSON.parse(readFileSync(file, 'utf8')) as Note;
  const isThere = existsSync(join(out, note.release, 'manifest.json'));
  return isThere && note.preset === preset ? filesIn(folder) : undefined;
}

/** Keeps what a release told and hid. The folder is wholly old or wholly new. */
export async function keepHistory(engine: Engine, folder: string, note: Note): Promise<void> {
  const fresh = `${folder}.tmp-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    await rememberRelease(engine, filesIn(fresh));
    writeFileSync(join(fresh, 'release.json'), `${JSON.stringify(note)}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
