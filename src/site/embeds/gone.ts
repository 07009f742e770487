import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language, Level } from '../../contract/vocabulary.ts';
import { escaped } from '../../embeds/snippets.ts';
import { embedMessages } from '../../i18n/embeds.ts';
import { releaseMessages } from '../../i18n/pages-releases.ts';
import type { Entry } from '../indicator-lines.ts';
import { dataFolder, latestRelease, municipalities, region } from '../release.ts';
import { releasesIn } from '../releases.ts';
import { once } from '../tables.ts';
import { formerCharts } from './former.ts';
import { recordPath, shell } from './page.ts';
import { saidPicture } from './poster.ts';
import { embedScope } from './scope.ts';
import type { SiteOptions } from './write.ts';

const known = once(
  () =>
    new Set([
      region().region.region_id,
      ...municipalities().map(({ municipality }) => municipality.municipality_id),
      ...municipalities().flatMap(({ schools }) => schools.map(({ school_id }) => school_id)),
    ]),
);

/** What stands at a live address that has no chart any more. */
interface Said {
  text: string;
  link: { href: string; text: string };
}

const rootOf = (base: string, lang: Language): string => `${base}${lang === 'ru' ? '' : `${lang}/`}`;

/** Where the last chart still stands at the address of its release. */
function saidOfChart(path: string, last: string, lang: Language, base: string): Said {
  const words = releaseMessages(lang);
  const [, entity = ''] = path.split('/');
  return {
    text: (known().has(entity) ? words.nothingNow : words.gone)(latestRelease(), last),
    link: { href: encodeURI(`${rootOf(base, lang)}embed/${last}/${path}/`), text: words.goneLink },
  };
}

const pageOf = (level: Level, entity: string): string =>
  ({
    school: `schools/${encodeURIComponent(entity)}/`,
    municipality: `municipalities/${encodeURIComponent(entity)}/`,
    region: '',
  })[level];

/** Where charts of older releases are left out: the file of the last one that had the school stays. */
function saidOfRecord(level: Level, entity: string, last: string, lang: Language, base: string): Said {
  const words = releaseMessages(lang);
  return known().has(entity)
    ? {
        text: words.nothingShown(latestRelease()),
        link: { href: rootOf(base, lang) + pageOf(level, entity), text: embedMessages(lang).page },
      }
    : {
        text: words.gone(latestRelease(), last),
        link: { href: base + recordPath(level, entity, last), text: words.goneRecord },
      };
}

/** Writes what an address says, unless a chart stands there: as a page, and as a picture for those who show that. */
function write(folder: string, { text, link }: Said, lang: Language, base: string): number {
  if (existsSync(join(folder, 'index.html'))) return 0;
  const body = `<h1>${escaped(text)}</h1><div class="notice"><p>${escaped(text)} <a href="${escaped(link.href)}" target="_top">${escaped(link.text)}</a></p></div>`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), shell(lang, text, base, '', body));
  writeFileSync(join(folder, 'chart.svg'), saidPicture(text));
  return 2;
}

/**
 * Live addresses that an older release filled and the latest does not: schools and municipalities that are no longer
 * there, charts that have nothing to show any more. All that is drawn must be in place already.
 * @returns how many files were written
 */
export function writeGone(
  out: string,
  { base }: Pick<SiteOptions, 'base'>,
  entries: readonly Entry[],
): number {
  const { languages, older } = embedScope();
  const folder = (lang: Language) => join(out, lang === 'ru' ? '' : lang, 'embed');
  let files = 0;
  if (!older)
    for (const { level, entity, path, release } of formerCharts(entries))
      for (const lang of languages)
        files += write(
          join(folder(lang), path),
          saidOfRecord(level, entity, release, lang, base),
          lang,
          base,
        );
  else
    for (const { release } of releasesIn(dataFolder()).slice(1))
      for (const lang of languages)
        for (const page of globSync('*/*/**/index.html', { cwd: join(folder(lang), release) })) {
          const path = dirname(page);
          files += write(join(folder(lang), path), saidOfChart(path, release, lang, base), lang, base);
        }
  return files;
}
