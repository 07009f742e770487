import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { contentHash } from '../src/cli/stages.ts';
import { currentDemo } from '../src/cli/start.ts';
import type { Manifest } from '../src/contract/public.ts';
import { type Run, run } from './support.ts';

const home = '.cache/test-demo';
const sources = ['data/demo', 'data/methodology', 'data/reference', 'data/roadmaps', 'src', 'package.json'];

/** A lock older than this was left by a run that was killed. */
const staleAfter = 300_000;

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > staleAfter) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/**
 * The public release of the demo set, made once for all tests that only read it: the one that `npm test` began with, or
 * one kept under the hash of everything that decides it, so a change of the program or the data makes it anew. Never
 * write into its folder.
 */
export async function demoRun(): Promise<Run> {
  const current = currentDemo();
  if (current !== undefined) {
    const manifest = JSON.parse(readFileSync(join(current.folder, 'manifest.json'), 'utf8')) as Manifest;
    return { ...current, release: manifest.release, manifest };
  }
  const key = contentHash(sources).slice(0, 16);
  const ready = join(home, key, 'run.json');
  const lock = join(home, `${key}.lock`);
  mkdirSync(home, { recursive: true });
  while (!existsSync(ready)) {
    if (!takeLock(lock)) {
      await pause(250);
      continue;
    }
    try {
      if (!existsSync(ready)) await make(key);
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
  return JSON.parse(readFileSync(ready, 'utf8')) as Run;
}

async function make(key: string): Promise<void> {
  for (const name of readdirSync(home))
    if (!name.endsWith('.lock') && name !== key) rmSync(join(home, name), { recursive: true, force: true });
  const folder = join(home, key);
  rmSync(folder, { recursive: true, force: true });
  const made = await run('data/demo', {
    preset: 'public',
    out: join(folder, 'data'),
    work: join(folder, 'work'),
  });
  writeFileSync(join(folder, 'run.part'), JSON.stringify(made));
  renameSync(join(folder, 'run.part'), join(folder, 'run.json'));
}
