import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from '../../contract/vocabulary.ts';
import { escaped } from '../../embeds/snippets.ts';
import { releaseMessages } from '../../i18n/pages-releases.ts';
import { dataFolder, municipalities, region } from '../release.ts';
import { releasesIn } from '../releases.ts';
import { once } from '../tables.ts';
import { shell } from './page.ts';
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

/** The page at a live address whose chart only an older release has: it says so, and where the last figures are. */
function gonePage(path: string, last: string, lang: Language, base: string): string {
  const words = releaseMessages(lang);
  const latest = releasesIn(dataFolder())[0]?.release ?? '';
  const [, entity = ''] = path.split('/');
  const text = known().has(entity) ? words.nothingNow(latest, last) : words.gone(latest, last);
  const folder = `${base}${lang === 'ru' ? '' : `${lang}/`}embed/${last}/${path}/`;
  const body = `<h1>${escaped(text)}</h1><div class="notice"><p>${escaped(text)} <a href="${escaped(encodeURI(folder))}">${escaped(words.goneLink)}</a></p></div>`;
  return shell(lang, text, base, '', body);
}

/**
 * Live addresses that an older release filled and the latest does not: schools and municipalities that are no longer
 * there, charts that have nothing to show any more. Frozen charts must be in place already.
 * @returns how many pages were written
 */
export function writeGone(out: string, { base }: Pick<SiteOptions, 'base'>): number {
  const [, ...older] = releasesIn(dataFolder());
  let pages = 0;
  for (const lang of embedScope().languages)
    for (const { release } of older) {
      const embeds = join(out, lang === 'ru' ? '' : lang, 'embed');
      for (const page of globSync('*/*/**/index.html', { cwd: join(embeds, release) })) {
        const path = dirname(page);
        if (existsSync(join(embeds, path, 'index.html'))) continue;
        mkdirSync(join(embeds, path), { recursive: true });
        writeFileSync(join(embeds, path, 'index.html'), gonePage(path, release, lang, base));
        pages += 1;
      }
    }
  return pages;
}
