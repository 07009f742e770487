import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * Lets another thread draw the charts of schools while `pages` makes their pages; one processor makes all alone. What was
 * drawn is gone afterwards.
 * @param data folder with the releases
 * @param folder where drawings lie meanwhile
 */
export async function drawnAhead(data: string, folder: string, pages: () => Promise<void>): Promise<void> {
  if (availableParallelism() < 2) return pages();
  mkdirSync(folder, { recursive: true });
  process.env.DINAMIKA_AHEAD = folder;
  const worker = new Worker(new URL('./ahead-worker.ts', import.meta.url), {
    workerData: folder,
    env: { ...process.env, DINAMIKA_DATA: resolve(data) },
  });
  // Pages draw what is not there; a fault of the drawing is then theirs, with its place.
  worker.once('error', () => {});
  try {
    await pages();
  } finally {
    delete process.env.DINAMIKA_AHEAD;
    await worker.terminate();
    rmSync(folder, { recursive: true, force: true });
  }
}
