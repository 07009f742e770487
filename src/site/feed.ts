import { homeMessages } from '../i18n/pages-home.ts';
import { newsFacts } from './home.ts';
import { base, link } from './links.ts';
import { manifest, region } from './release.ts';
import { siteReleases } from './release-pages.ts';
import { xmlText } from './xml.ts';

/** Names of the feed do not change with the address of the site. */
const id = (set: string, release = ''): string => `urn:dinamika:${encodeURIComponent(set)}:${release}`;

/** The releases as Atom (RFC 4287). Without an address of the site links are relative. */
export function releasesFeed(site: URL | undefined): string {
  const all = siteReleases();
  const { dataset, release } = manifest();
  const address = (path: string) => xmlText(site ? new URL(path, site).href : path);
  const about = homeMessages('ru').newsLines(newsFacts()).join(' ');
  const entries = all.map(
    (one) => `  <entry>
    <id>${xmlText(id(dataset.id, one.release))}</id>
    <title>${xmlText(`${one.dataset.title.ru}. ${one.release}`)}</title>
    <updated>${one.release.slice(0, 10)}T00:00:00Z</updated>
    <link rel="alternate" href="${address(`${link('ru', 'data/releases/')}#${one.release}`)}"/>
    <summary>${xmlText(one.release === release ? about : one.dataset.title.ru)}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru">
  <id>${xmlText(id(dataset.id))}</id>
  <title>${xmlText(region().region.name)}</title>
  <updated>${release.slice(0, 10)}T00:00:00Z</updated>
  <author><name>${xmlText(dataset.publisher)}</name></author>
  <link rel="self" href="${address(`${base}releases.atom`)}"/>
  <link rel="alternate" href="${address(link('ru'))}"/>
${entries.join('\n')}
</feed>
`;
}
