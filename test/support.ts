import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runPipeline } from '../src/cli/pipeline.ts';
import { Fault } from '../src/contract/fault.ts';
import type { Manifest } from '../src/contract/public.ts';
import type { Preset } from '../src/contract/vocabulary.ts';
import { filesBelow, sha256 } from '../src/publish/files.ts';
import { dataset, header, profile } from './support-set.ts';

export type Files = Record<string, string | Uint8Array | object>;

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-test-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    onTestFinished(remove);
  } catch {
    // Made in a hook, outside of any test: kept until the process ends.
    process.once('exit', remove);
  }
  return folder;
}

/** Writes files into a temporary folder; plain objects become JSON. */
export function folderWith(files: Files): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const isBytes = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(path, isBytes ? content : JSON.stringify(content));
  }
  return folder;
}

export { dataset, header, profile } from './support-set.ts';

export const row = 'sch001;СОШ № 1;m1;Первый район;2023;5;Математика;40;6;14;12;8';
export const other = 'sch002;СОШ № 2;m1;Первый район;2023;5;Математика;25;5;10;6;4';

/** A source set of one or more CSV files with the plain long layout. */
export const sourceSet = (csv: Record<string, string | Uint8Array>, changes: Files = {}): string =>
  folderWith({ 'dataset.json': dataset, 'profile.json': profile, ...csv, ...changes });

export const lines = (...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;

export interface Run {
  out: string;
  work: string;
  release: string;
  folder: string;
  manifest: Manifest;
}

/** Runs the whole pipeline over a source set, into temporary folders unless named. */
export async function run(
  folder: string,
  {
    preset = 'internal',
    out = temporaryFolder(),
    work = temporaryFolder(),
    threads = 1,
    cache,
    compare,
    methodology = 'data/methodology/default.json',
  }: {
    preset?: Preset;
    out?: string;
    work?: string;
    threads?: number;
    cache?: boolean;
    compare?: string[];
    methodology?: string;
  } = {},
): Promise<Run> {
  const { release, folder: target } = await runPipeline({
    folder,
    out,
    work,
    methodology,
    preset,
    lang: 'en',
    threads,
    cache,
    compare,
  });
  const manifest = JSON.parse(readFileSync(join(target, 'manifest.json'), 'utf8')) as Manifest;
  return { out, work, release, folder: target, manifest };
}

/** Runs something that must fail with a Fault, and returns it. */
export async function faultOf(work: () => Promise<unknown>): Promise<Fault> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('expected a fault, and there was none');
}

/** Hash of every file below a folder: equal when nothing was touched. */
export const fingerprint = (folder: string): string =>
  sha256(
    filesBelow(folder)
      .map((path) => `${path} ${sha256(readFileSync(join(folder, path)))}`)
      .join('\n'),
  );
