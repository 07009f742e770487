import { parentPort, workerData } from 'node:worker_threads';
import { indicators, orderIndicators, otherIndicators } from '../indicators/catalogue.ts';
import { writeGone } from '../site/embeds/gone.ts';
import { writeEmbeds } from '../site/embeds/write.ts';
import { latestRelease, release } from '../site/release.ts';
import { writeDownloads } from './downloads.ts';
import type { EmbedJob } from './embeds.ts';

/** Draws one release, which its environment names: readers of a release keep what they have read. */
const job = workerData as EmbedJob;
const entries = [...orderIndicators, ...otherIndicators, ...indicators];
const written = writeEmbeds({ ...job, entries });
// The latest release is drawn last: by then the last figures of schools that are gone are there to be linked.
if (release() === latestRelease()) writeGone(job);
await writeDownloads(job.out, entries);
parentPort?.postMessage(written);
