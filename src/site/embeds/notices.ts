import type { Language } from '../../contract/vocabulary.ts';
import { releaseMessages } from '../../i18n/pages-releases.ts';
import { dataFolder, latestRelease, release } from '../release.ts';
import { Comparison } from '../release-history.ts';
import { reasonWords } from '../release-pages.ts';
import type { Notice, PageContext } from './page.ts';
import type { Subject } from './subjects.ts';

let comparison: Comparison | undefined;

/** What an embed of an older release says above its chart: that there is a newer one, and what it changed here. */
export function notices(
  { level, id, page }: Pick<Subject, 'level' | 'id' | 'page'>,
  context: PageContext,
  lang: Language,
): Notice | null {
  const latest = latestRelease();
  if (release() === latest) return null;
  comparison ??= new Comparison(dataFolder(), release(), latest);
  const words = releaseMessages(lang);
  const changes = comparison.of(level, id);
  const gone = changes.some(({ kind, change }) => kind === 'entity' && change === 'removed');
  const told = gone
    ? words.removed
    : changes.length === 0
      ? words.unchanged
      : words.changed(changes.length, reasonWords(changes, lang));
  const root = `${context.base}${lang === 'ru' ? '' : `${lang}/`}`;
  return {
    text: `${words.older(release())} ${told}`,
    links: [
      ...(gone ? [] : [{ href: root + page, text: words.newest }]),
      { href: `${root}data/releases/#${latest}`, text: words.what },
    ],
  };
}
