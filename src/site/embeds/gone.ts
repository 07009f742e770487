import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../contract/vocabulary.ts';
import { chartsOf, embedFolder } from '../../embeds/address.ts';
import { escaped } from '../../embeds/snippets.ts';
import { releaseMessages } from '../../i18n/pages-releases.ts';
import { dataFolder } from '../release.ts';
import { ReleaseFiles } from '../release-history.ts';
import { releasesIn } from '../releases.ts';
import { shell } from './page.ts';
import type { WriteOptions } from './write.ts';

/** The schools that the latest release lacks, with the last release that has them. */
export function goneSchools(): Map<string, string> {
  const [latest, ...older] = releasesIn(dataFolder());
  if (!latest) return new Map();
  const present = new Set(new ReleaseFiles(dataFolder(), latest.release).schools());
  const gone = new Map<string, string>();
  for (const { release } of older)
    for (const id of new ReleaseFiles(dataFolder(), release).schools())
      if (!present.has(id) && !gone.has(id)) gone.set(id, release);
  return gone;
}

/** Live embeds of schools that are gone say so, and where the last figures are. Frozen ones must be there already. */
export function writeGone({ out, base }: Pick<WriteOptions, 'out' | 'base'>): number {
  const latest = releasesIn(dataFolder())[0]?.release ?? '';
  let pages = 0;
  for (const [entity, last] of goneSchools())
    for (const lang of languages)
      for (const chart of chartsOf.school) {
        const frozen = embedFolder({ chart, entity, lang, release: last });
        if (!existsSync(join(out, decodeURIComponent(frozen)))) continue;
        const words = releaseMessages(lang);
        const text = words.gone(latest, last);
        const body = `<div class="notice"><p>${escaped(text)} <a href="${escaped(base + frozen)}">${escaped(words.goneLink)}</a></p></div>`;
        const folder = join(out, decodeURIComponent(embedFolder({ chart, entity, lang })));
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'index.html'), shell(lang, text, base, '', body));
        pages += 1;
      }
  return pages;
}
