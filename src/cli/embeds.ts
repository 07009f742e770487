import { copyFileSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { Written } from '../site/embeds/write.ts';

/** What a worker that draws one release is told. */
export interface EmbedJob {
  out: string;
  base: string;
  site: string | undefined;
}

/** The browser scripts of embeds by the name they are served under: classic scripts, which need no CORS. */
const scripts = { 'embed.js': 'host.ts', 'embed/frame.js': 'frame.ts', 'embed/open.js': 'open.ts' };

/** Bundles a browser script of `src/embeds` into one classic script. */
export async function bundleScript(source: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join('src/embeds', source)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}

/** Writes the scripts and the style of embeds into a site. */
export async function writeEmbedAssets(out: string): Promise<void> {
  mkdirSync(join(out, 'embed'), { recursive: true });
  for (const [name, source] of Object.entries(scripts))
    writeFileSync(join(out, name), await bundleScript(source));
  copyFileSync('src/embeds/embed.css', join(out, 'embed/embed.css'));
}

function draw(data: string, release: string, job: EmbedJob): Promise<Written> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./embed-worker.ts', import.meta.url), {
      workerData: job,
      env: { ...process.env, DINAMIKA_DATA: resolve(data), DINAMIKA_RELEASE: release },
    });
    worker.once('message', done);
    worker.once('error', failed);
    worker.once('exit', (code) => code !== 0 && failed(new Error(`invalid exit of the drawing: ${code}`)));
  });
}

/**
 * Draws the embeds of every release, the oldest first. Each has a worker of its own: one process reads one release.
 * @param releases names, the latest first
 */
export async function drawEmbeds(data: string, releases: readonly string[], job: EmbedJob): Promise<Written> {
  const total: Written = { charts: 0, files: 0, bytes: 0 };
  for (const release of releases.toReversed()) {
    const one = await draw(data, release, job);
    total.charts += one.charts;
    total.files += one.files;
    total.bytes += one.bytes;
  }
  return total;
}

/** Moves what was drawn beside the pages into the site, folder by folder. */
export function placeEmbeds(drawn: string, site: string): void {
  for (const folder of ['embed', 'en/embed', 'data']) {
    mkdirSync(join(site, folder), { recursive: true });
    for (const name of readdirSync(join(drawn, folder)))
      renameSync(join(drawn, folder, name), join(site, folder, name));
  }
}
