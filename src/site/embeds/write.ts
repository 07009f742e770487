import { copyFileSync, linkSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvText } from '../../contract/separated.ts';
import { type Language, languages } from '../../contract/vocabulary.ts';
import { type EmbedTarget, embedFolder } from '../../embeds/address.ts';
import { addressOf, iframeOf } from '../../embeds/snippets.ts';
import { embedMessages } from '../../i18n/embeds.ts';
import type { Entry } from '../indicator-lines.ts';
import { latestRelease, manifest as readManifest, release } from '../release.ts';
import { notices } from './notices.ts';
import { embedPage, type PageContext } from './page.ts';
import { fitsPhone, poster } from './poster.ts';
import { responseNotes } from './responses.ts';
import type { Sheet } from './sheet.ts';
import { allBundles, type Bundle } from './sheets.ts';

/** What the writer is told of the site. */
export interface WriteOptions {
  /** The folder of the built site. */
  out: string;
  base: string;
  /** The site's address, where it has one. */
  site: string | undefined;
  entries: readonly Entry[];
}

/** What was written, for the account of the build. */
export interface Written {
  charts: number;
  files: number;
  bytes: number;
}

const targetOf = (sheet: Sheet, lang: Language): EmbedTarget => ({
  chart: sheet.chart,
  entity: sheet.subject.id,
  ...(sheet.indicator ? { indicator: sheet.indicator } : {}),
  lang,
  theme: 'auto',
});

function oembed(sheet: Sheet, context: PageContext, lang: Language): string {
  const title = `${sheet.title}. ${sheet.subject.name}`;
  const shared = { target: targetOf(sheet, lang), root: context.root, title, width: 720, height: 560 };
  return `${JSON.stringify({
    version: '1.0',
    type: 'rich',
    provider_name: 'Dinamika',
    provider_url: context.root,
    title,
    author_name: context.manifest.dataset.publisher,
    cache_age: 86400,
    html: iframeOf(shared),
    width: 720,
    height: 560,
    url: addressOf(shared),
  })}\n`;
}

function frameOf(sheet: Sheet, context: PageContext, lang: Language) {
  const words = embedMessages(lang);
  const { dataset, preset, release: name } = context.manifest;
  const site = context.hasAddress ? ` ${new URL(context.root).host}` : '';
  return {
    subject: sheet.subject.name,
    foot: [
      `${words.source(dataset.publisher, name)} ${words.licence(dataset.licence)}${site}`,
      ...(dataset.synthetic ? [words.synthetic] : []),
      ...(preset === 'internal' ? [words.internal] : []),
    ],
  };
}

/** The files of one chart of one entity: pages and pictures in every language, numbers once. */
function filesOf({ sheets, csv }: Bundle, context: PageContext): Map<string, string> {
  const files = new Map<string, string>();
  const table = csv();
  const folder = embedFolder({ ...targetOf(sheets.ru, 'ru'), release: context.manifest.release });
  files.set(`${folder}data.csv`, csvText(table, 'rfc4180'));
  files.set(`${folder}data-excel.csv`, csvText(table, 'excel'));
  for (const lang of languages) {
    const sheet = sheets[lang];
    const into = embedFolder({ ...targetOf(sheet, lang), release: context.manifest.release });
    const frame = frameOf(sheet, context, lang);
    const wide = poster(sheet.pictures, frame, 'wide');
    const narrow = fitsPhone(sheet.pictures) ? null : poster(sheet.pictures, frame, 'narrow');
    const more = {
      notice: notices(sheet.subject, context, lang),
      responses: responseNotes(sheet.subject, lang),
    };
    const pages = { wide: wide.placed, narrow: narrow?.placed ?? null };
    files.set(`${into}chart.svg`, wide.svg);
    if (narrow) files.set(`${into}chart-narrow.svg`, narrow.svg);
    files.set(`${into}index.html`, embedPage(sheet, pages, context, lang, more));
    files.set(`${into}oembed.json`, oembed(sheet, context, lang));
  }
  return files;
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Some file systems have no links: the bytes are then there twice.
    copyFileSync(from, to);
  }
}

/** The live address is the frozen one of the latest release under another name: the same bytes on disk. */
function linkLive(out: string, frozen: string, live: string): void {
  mkdirSync(join(out, live), { recursive: true });
  for (const name of readdirSync(join(out, frozen), { withFileTypes: true }))
    if (name.isFile()) linkOrCopy(join(out, frozen, name.name), join(out, live, name.name));
}

/** What pages of a release need to know of the site. */
export function contextOf({ base, site }: Pick<WriteOptions, 'base' | 'site'>): PageContext {
  const root = site ? new URL(base, site).href : base;
  return { root, base, hasAddress: site !== undefined, manifest: readManifest() };
}

/** Writes every chart of the process's release: frozen, and live as well where the release is the latest. */
export function writeEmbeds(options: WriteOptions): Written {
  const context = contextOf(options);
  const isLatest = release() === latestRelease();
  const written: Written = { charts: 0, files: 0, bytes: 0 };
  for (const bundle of allBundles(options.entries)) {
    written.charts += 1;
    for (const [path, text] of filesOf(bundle, context)) {
      const file = join(options.out, decodeURIComponent(path));
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, text);
      written.files += 1;
      written.bytes += Buffer.byteLength(text);
    }
    if (!isLatest) continue;
    for (const lang of languages) {
      const target = targetOf(bundle.sheets[lang], lang);
      const frozen = decodeURIComponent(embedFolder({ ...target, release: release() }));
      linkLive(options.out, frozen, decodeURIComponent(embedFolder(target)));
    }
  }
  return written;
}
