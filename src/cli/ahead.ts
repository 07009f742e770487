import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * The thread keeps little; without a limit it would leave half a gigabyte of what it no longer needs. Beyond it the thread
 * ends, and pages make all themselves.
 */
const resourceLimits = { maxOldGenerationSizeMb: 1024 };

/**
 * Lets another thread draw charts and write notes while `pages` makes the pages that need them; one processor makes all
 * alone. What was made ahead is gone afterwards.
 * @param data folder with the releases
 * @param folder where it lies meanwhile
 */
export async function workedAhead(data: string, folder: string, pages: () => Promise<void>): Promise<void> {
  if (availableParallelism() < 2) return pages();
  mkdirSync(folder, { recursive: true });
  process.env.DINAMIKA_AHEAD = folder;
  const worker = new Worker(new URL('./ahead-worker.ts', import.meta.url), {
    workerData: folder,
    env: { ...process.env, DINAMIKA_DATA: resolve(data) },
    resourceLimits,
  });
  // Pages make what is not there; a fault is then theirs, with its place.
  worker.once('error', () => {});
  try {
    await pages();
  } finally {
    delete process.env.DINAMIKA_AHEAD;
    await worker.terminate();
    rmSync(folder, { recursive: true, force: true });
  }
}
