import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Language } from '../../contract/vocabulary.ts';
import { embedFolder } from '../../embeds/address.ts';
import { latestRelease, release } from '../release.ts';
import { notices } from './notices.ts';
import { discoveryOf, noticed, type PageContext } from './page.ts';
import { embedScope } from './scope.ts';
import { contextOf, type DrawnChart, type SiteOptions } from './write.ts';

/** What stands on the site, for the account of the build. */
export interface Written {
  charts: number;
  files: number;
}

function linkOrCopy(from: string, to: string): void {
  // A page with a notice of its own is there already.
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    // Some file systems have no links: the bytes are then there twice.
    copyFileSync(from, to);
  }
}

/** Links every file below a folder into another; returns how many. */
function linkFolder(from: string, to: string): number {
  if (!existsSync(from)) return 0;
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files)
    linkOrCopy(join(parentPath, name), join(to, relative(from, parentPath), name));
  return files.length;
}

const folders = (chart: DrawnChart, lang: Language) => {
  const target = { ...chart, lang };
  const frozen = embedFolder({ ...target, release: release() });
  return { live: embedFolder(target), frozen, frozenPath: decodeURIComponent(frozen) };
};

/** The files that a live address has of its own; its page takes the others from the release's address. */
const liveFiles = ['chart.svg', 'data.csv'];

function placeLive(
  drawn: string,
  out: string,
  chart: DrawnChart,
  lang: Language,
  context: PageContext,
): number {
  const { live, frozen, frozenPath } = folders(chart, lang);
  const to = join(out, decodeURIComponent(live));
  const from = join(drawn, frozenPath);
  const files = liveFiles.filter((name) => existsSync(join(from, name)));
  for (const name of files) linkOrCopy(join(from, name), join(to, name));
  if (!existsSync(join(from, 'index.html'))) return files.length;
  if (context.hasAddress) {
    // A page names its oEmbed file by the whole address, and the live one has its own.
    const html = readFileSync(join(from, 'index.html'), 'utf8');
    const page = html.replace(discoveryOf(frozen, context), discoveryOf(live, context));
    writeFileSync(join(to, 'index.html'), page);
  } else linkOrCopy(join(from, 'index.html'), join(to, 'index.html'));
  linkOrCopy(join(drawn, decodeURIComponent(live), 'oembed.json'), join(to, 'oembed.json'));
  return files.length + 2;
}

/** Pages of an older release say what the latest one changed. */
function addNotice(
  out: string,
  chart: DrawnChart,
  lang: Language,
  drawn: string,
  context: PageContext,
): void {
  const path = join(folders(chart, lang).frozenPath, 'index.html');
  if (!existsSync(join(drawn, path))) return;
  const { level, entity: id, page } = chart;
  const notice = notices({ level, id, page }, context, lang);
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), noticed(readFileSync(join(drawn, path), 'utf8'), notice));
}

/**
 * Puts what was drawn of the process's release into a site: the frozen addresses, what a later release says above the
 * charts of an older one, and the live addresses where the release is the latest. Bytes are on disk once.
 */
export function placeCharts(
  drawn: string,
  out: string,
  charts: readonly DrawnChart[],
  options: SiteOptions,
): Written {
  const context = contextOf(options);
  const isLatest = release() === latestRelease();
  const { languages } = embedScope();
  if (!isLatest)
    for (const chart of charts) for (const lang of languages) addNotice(out, chart, lang, drawn, context);
  let files = 0;
  for (const folder of [`embed/${release()}`, `en/embed/${release()}`, 'data'])
    files += linkFolder(join(drawn, folder), join(out, folder));
  // Numbers stand below the Russian address, whatever the languages of the pages.
  if (isLatest)
    for (const chart of charts)
      for (const lang of new Set<Language>(['ru', ...languages]))
        files += placeLive(drawn, out, chart, lang, context);
  return { charts: charts.length, files };
}
