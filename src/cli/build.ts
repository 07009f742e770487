import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build } from 'astro';
import { Fault } from '../contract/fault.ts';
import type { Manifest } from '../contract/public.ts';
import { type EmbedScope, scopeText, wholeScope } from '../embeds/scope.ts';
import { filesBelow } from '../publish/files.ts';
import { releasesIn } from '../site/releases.ts';
import { workedAhead } from './ahead.ts';
import { compressEngine } from './compress.ts';
import { keptDocuments } from './drawings.ts';
import { type Drawn, drawEmbeds, placeEmbeds, writeEmbedAssets } from './embeds.ts';
import { joinStyles } from './explorer-styles.ts';
import { placeExtracts, writeExtracts } from './extracts.ts';
import { isAlive, isOurs, releasesOf, replacing } from './guard.ts';
import { headersFile, redirectsFile } from './hosting/headers-file.ts';
import { writeOffline } from './offline.ts';
import { preloadModules } from './preload.ts';
import { progress, spoken, stage } from './progress.ts';
import { intactRelease } from './release.ts';
import { editionOf } from './rooms.ts';
import { logMade, logStage } from './run-log.ts';
import { swap, sweepBeside } from './swap.ts';
import { hasPassed, mustPass } from './verdict.ts';

export interface BuildOptions {
  /** Folder with `latest.json` and the releases. */
  data: string;
  /** Folder of the finished site; replaced only when the build succeeds. */
  out: string;
  site: string | undefined;
  base: string;
  /** False withdraws the service worker of a site that had one. */
  offline?: boolean;
  /** Which charts other pages may show; all when absent. */
  embeds?: EmbedScope;
}

/** Where drawn releases are kept from build to build: a release is drawn once. A bench begins with an empty one. */
const drawings = process.env.DINAMIKA_DRAWINGS ?? '.cache/drawings';

/** Says of a folder that it is a site of ours, and of which release; without it nothing there is replaced. */
const marker = 'dinamika-site.json';

const isPrivateAddress = (site: string): boolean =>
  /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\])|\.(local|internal|lan)$/.test(
    new URL(site).hostname,
  );

/** A release for official use never goes to a public address. */
function guardAudience(preset: string, site: string | undefined): void {
  if (preset === 'internal' && site !== undefined && !isPrivateAddress(site)) {
    throw new Fault('internal-public-url', { key: 'DINAMIKA_SITE' });
  }
}

/**
 * Where pages are made, each build in a folder of its own. It lies inside the project, because Astro takes one folder
 * for all builds that write outside of it: two at once would take each other's files.
 */
const workshop = resolve('.cache/build');

/** Moves a folder, also to another disk. */
async function move(from: string, to: string): Promise<void> {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // Not cpSync: of a full disk it says EIO.
    await cp(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}

async function buildPages(
  options: BuildOptions,
  manifest: Manifest,
  edition: string,
  temporary: string,
): Promise<void> {
  process.env.DINAMIKA_DATA = options.data;
  process.env.DINAMIKA_EDITION = edition;
  process.env.DINAMIKA_EMBEDS = scopeText(options.embeds ?? wholeScope);
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const inside = join(workshop, String(process.pid));
  await build({
    root: process.cwd(),
    outDir: inside,
    base: options.base,
    logLevel: 'warn',
    ...(options.site ? { site: options.site } : {}),
  });
  await move(inside, temporary);
  const target = join(temporary, 'data');
  // Astro copied whatever public/data holds; what pages made below /data/ stays.
  const copied = existsSync('public/data') ? readdirSync('public/data') : [];
  for (const name of copied) rmSync(join(target, name), { recursive: true, force: true });
  await copyReleases(options.data, target, manifest);
}

/** Releases of the set and preset that the site is built for; nothing else of the data folder is published. */
async function copyReleases(data: string, target: string, { dataset, preset }: Manifest): Promise<void> {
  for (const { folder, manifest } of releasesOf(data)) {
    if (manifest.dataset.id !== dataset.id || manifest.preset !== preset) continue;
    await cp(folder, join(target, basename(folder)), { recursive: true });
  }
  copyFileSync(join(data, 'latest.json'), join(target, 'latest.json'));
}

/** Shows how many pages are written while the build goes on. */
function countPages(folder: string): () => void {
  const timer = setInterval(() => {
    if (!existsSync(folder)) return;
    // Without the care for paths that filesBelow takes: it is asked again and again while pages wait.
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    progress(
      `${spoken().stages.build} … ${spoken().pages(names.filter((name) => name.endsWith('.html')).length)}`,
    );
  }, 3000);
  return () => clearInterval(timer);
}

/** Removes what killed builds left in the workshop. */
function sweepWorkshop(): void {
  for (const pid of existsSync(workshop) ? readdirSync(workshop) : [])
    if (!isAlive(Number(pid))) rmSync(join(workshop, pid), { recursive: true, force: true });
}

/** No site of a release that an attack gets more out of than it publishes. @throws Fault `audit-failed` */
async function audited(data: string, folder: string, manifest: Manifest): Promise<void> {
  if (hasPassed(data, folder, manifest) !== false) return;
  const report = `${resolve(data)}-audit.json`;
  await stage(
    'audit',
    () => mustPass({ folder, data, manifest }, report),
    ({ summary }) => spoken().hidden(summary.hidden),
  );
}

/** What a build works with: the release, its name, and folders beside the site that are gone afterwards. */
interface Making {
  manifest: Manifest;
  manifestSha256: string;
  edition: string;
  temporary: string;
  drawn: string;
  ahead: string;
  /** The explorer's tables, until they stand in the site. */
  extracts: string;
}

/** Makes the whole site in a folder of its own: pages, engine, charts for elsewhere, copies for reading offline. */
async function makeSite(options: BuildOptions, making: Making): Promise<{ pages: number; charts?: Drawn }> {
  const { manifest, manifestSha256, edition, temporary, drawn, ahead, extracts } = making;
  const { base, site, offline = true } = options;
  const scope = options.embeds ?? wholeScope;
  const compressed = compressEngine(site !== undefined);
  const releases = releasesIn(options.data).map(({ release: name }) => name);
  const documents = editionOf(manifestSha256, [base, site ?? '', ...releases]);
  process.env.DINAMIKA_DOCUMENTS = keptDocuments(drawings, documents);
  await logStage('extracts', () => writeExtracts(join(options.data, manifest.release), extracts));
  process.env.DINAMIKA_EXTRACTS = extracts;
  const embeds = drawEmbeds(options.data, releases, { out: drawn, base, site, scope, kept: drawings });
  // Awaited below: a fault must not go unheard meanwhile.
  embeds.catch(() => {});
  try {
    const stop = countPages(join(workshop, String(process.pid)));
    const make = () => buildPages(options, manifest, edition, temporary);
    await logStage('pages', () => workedAhead(options.data, ahead, make).finally(stop));
    await logStage('engine', async () => (await compressed)(temporary));
    placeExtracts(extracts, temporary, edition);
    joinStyles(temporary);
    preloadModules(temporary);
    const charts = await logStage('charts', async () => {
      const made = await embeds;
      placeEmbeds(drawn, temporary);
      await writeEmbedAssets(temporary, base);
      return made;
    });
    const { release, dataset, preset } = manifest;
    await logStage('offline', () => writeOffline(temporary, base, { edition, release, offline }));
    writeFileSync(join(temporary, '_headers'), headersFile(temporary, base));
    writeFileSync(join(temporary, '_redirects'), redirectsFile(base));
    writeFileSync(join(temporary, marker), `${JSON.stringify({ release, dataset: dataset.id, preset })}\n`);
    const files = filesBelow(temporary);
    const pages = files.filter((path) => path.endsWith('.html')).length;
    const bytes = files.reduce((sum, path) => sum + statSync(join(temporary, path)).size, 0);
    logMade({ release, edition, pages, files: files.length, bytes });
    return { pages, ...(charts ? { charts } : {}) };
  } finally {
    // The workers of a build that failed still write.
    await Promise.allSettled([embeds]);
  }
}

/**
 * Builds the site of the latest release into a folder, which until then keeps the site it had.
 * @returns the number of HTML pages
 * @throws Fault when the release is missing, damaged or not for this address, or another build writes there
 */
export async function buildSite(options: BuildOptions): Promise<number> {
  const { manifest, manifestSha256, folder } = intactRelease(options.data);
  guardAudience(manifest.preset, options.site);
  isOurs(options.out, marker);
  return replacing(options.out, async () => {
    await audited(options.data, folder, manifest);
    const temporary = resolve(`${options.out}.tmp-${process.pid}`);
    const [drawn, ahead, extracts] = ['embeds', 'ahead', 'extracts'].map(
      (name) => `${temporary}-${name}`,
    ) as [string, string, string];
    const { base, site, embeds = wholeScope } = options;
    const edition = editionOf(manifestSha256, [base, site ?? '', scopeText(embeds)]);
    const discard = () => {
      for (const left of [temporary, drawn, ahead, extracts, join(workshop, String(process.pid))])
        rmSync(left, { recursive: true, force: true });
    };
    sweepWorkshop();
    sweepBeside(options.out);
    discard();
    try {
      const { pages } = await stage(
        'build',
        async () => {
          const made = await makeSite(options, {
            manifest,
            manifestSha256,
            edition,
            temporary,
            drawn,
            ahead,
            extracts,
          });
          swap(temporary, resolve(options.out));
          return made;
        },
        (made) => `${spoken().pages(made.pages)}${made.charts ? `; ${spoken().embeds(made.charts)}` : ''}`,
      );
      return pages;
    } finally {
      discard();
    }
  });
}
