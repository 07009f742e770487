import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { indicators, orderIndicators, otherIndicators } from '../indicators/catalogue.ts';
import { writeGone } from '../site/embeds/gone.ts';
import { placeCharts } from '../site/embeds/place.ts';
import { type DrawnChart, drawCharts } from '../site/embeds/write.ts';
import { latestRelease, release } from '../site/release.ts';
import { writeDownloads } from './downloads.ts';
import { keepDrawing, keptDrawing } from './drawings.ts';
import type { ReleaseJob } from './embeds.ts';

/** Draws one release, which its environment names: readers of a release keep what they have read. */
const { out, kept, key, ...site } = workerData as ReleaseJob;

/** The names of what was drawn, beside it. */
const index = 'charts.json';

const entries = [...orderIndicators, ...otherIndicators, ...indicators];

async function draw(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, index), JSON.stringify(drawCharts(folder, site, entries)));
  await writeDownloads(folder, entries);
}

const known = keptDrawing(kept, release(), key);
const drawn = known ?? (await keepDrawing(kept, release(), key, draw));
const charts = JSON.parse(readFileSync(join(drawn, index), 'utf8')) as DrawnChart[];
const written = placeCharts(drawn, out, charts, site);
// The latest release comes last: by then what only older ones have is there to be linked.
const gone = release() === latestRelease() && existsSync(out) ? writeGone(out, site, entries) : 0;
parentPort?.postMessage({ charts: written.charts, files: written.files + gone, drawn: known ? 0 : 1 });
