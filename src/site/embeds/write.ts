import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvText } from '../../contract/separated.ts';
import type { Language, Level } from '../../contract/vocabulary.ts';
import { type EmbedChart, type EmbedTarget, embedFolder } from '../../embeds/address.ts';
import { addressOf, iframeOf } from '../../embeds/snippets.ts';
import { embedMessages } from '../../i18n/embeds.ts';
import type { Entry } from '../indicator-lines.ts';
import { manifest as readManifest } from '../release.ts';
import { embedPage, type PageContext } from './page.ts';
import { fitsPhone, poster } from './poster.ts';
import { responseNotes } from './responses.ts';
import { embedScope } from './scope.ts';
import type { Sheet } from './sheet.ts';
import { allBundles, type Bundle } from './sheets.ts';

/** What the writer is told of the site. */
export interface SiteOptions {
  base: string;
  /** The site's address, where it has one. */
  site: string | undefined;
}

/** One chart of one entity among those that were drawn. */
export interface DrawnChart {
  chart: EmbedChart;
  entity: string;
  indicator?: string;
  level: Level;
  /** Its page on the site, below the language. */
  page: string;
}

const targetOf = (sheet: Sheet, lang: Language): EmbedTarget => ({
  chart: sheet.chart,
  entity: sheet.subject.id,
  ...(sheet.indicator ? { indicator: sheet.indicator } : {}),
  lang,
  theme: 'auto',
});

/** A link that is pasted gives the chart it names: one of a release stays with its release. */
function oembed(sheet: Sheet, context: PageContext, target: EmbedTarget): string {
  const title = `${sheet.title}. ${sheet.subject.name}`;
  const shared = { target, root: context.root, title, width: 720, height: 560 };
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
  const { release } = context.manifest;
  const folder = embedFolder({ ...targetOf(sheets.ru, 'ru'), release });
  files.set(`${folder}data.csv`, csvText(table, 'rfc4180'));
  files.set(`${folder}data-excel.csv`, csvText(table, 'excel'));
  for (const lang of embedScope().languages) {
    const sheet = sheets[lang];
    const live = targetOf(sheet, lang);
    const frozen = { ...live, release };
    const into = embedFolder(frozen);
    const frame = frameOf(sheet, context, lang);
    const wide = poster(sheet.pictures, frame, 'wide');
    const narrow = fitsPhone(sheet.pictures) ? null : poster(sheet.pictures, frame, 'narrow');
    const pages = { wide: wide.placed, narrow: narrow?.placed ?? null };
    files.set(`${into}chart.svg`, wide.svg);
    if (narrow) files.set(`${into}chart-narrow.svg`, narrow.svg);
    files.set(
      `${into}index.html`,
      embedPage(sheet, pages, context, lang, responseNotes(sheet.subject, lang)),
    );
    files.set(`${into}oembed.json`, oembed(sheet, context, frozen));
    files.set(`${embedFolder(live)}oembed.json`, oembed(sheet, context, live));
  }
  return files;
}

/** What pages of a release need to know of the site. */
export function contextOf({ base, site }: SiteOptions): PageContext {
  const root = site ? new URL(base, site).href : base;
  return { root, base, hasAddress: site !== undefined, manifest: readManifest() };
}

/**
 * Draws every chart of the process's release that the site offers, below its own address, as if no later release were
 * there: what is drawn depends on nothing that changes with the next release.
 * @returns what was drawn, for `placeEmbeds`
 */
export function drawCharts(out: string, options: SiteOptions, entries: readonly Entry[]): DrawnChart[] {
  const context = contextOf(options);
  const drawn: DrawnChart[] = [];
  for (const bundle of allBundles(entries)) {
    for (const [path, text] of filesOf(bundle, context)) {
      const file = join(out, decodeURIComponent(path));
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, text);
    }
    const { chart, indicator, subject } = bundle.sheets.ru;
    const named = indicator === undefined ? {} : { indicator };
    drawn.push({ chart, entity: subject.id, ...named, level: subject.level, page: subject.page });
  }
  return drawn;
}
