import { type Language, languages } from '../contract/vocabulary.ts';
import { entityLink, link } from './links.ts';
import { municipalities } from './release.ts';
import { xmlText } from './xml.ts';

const sections = [
  '',
  'schools/',
  'municipalities/',
  'dynamics/',
  'clusters/',
  'indicators/',
  'explore/',
  'explore/compare/',
  'data/',
  'methodology/',
  'how/',
  'glossary/',
  'accessibility/',
];
/** The protocol allows 50,000 addresses a file; each page has two. */
const perFile = 10_000;

type Address = (lang: Language) => string;

/** Every page that search engines may list. */
export function addresses(indicators: readonly string[]): Address[] {
  const files = municipalities();
  return [
    ...sections.map((path) => (lang: Language) => link(lang, path)),
    ...indicators.map((id) => (lang: Language) => link(lang, `indicators/${id}/`)),
    ...files.map(
      ({ municipality: { municipality_id: id } }) =>
        (lang: Language) =>
          entityLink(lang, 'municipalities', id),
    ),
    ...files.flatMap(({ schools }) =>
      schools.map(
        ({ school_id }) =>
          (lang: Language) =>
            entityLink(lang, 'schools', school_id),
      ),
    ),
  ];
}

/** The files of the sitemap, each an XML text. */
export function sitemapFiles(all: readonly Address[], site: URL): string[] {
  const files: string[] = [];
  for (let at = 0; at < all.length; at += perFile) {
    const urls = all.slice(at, at + perFile).flatMap((address) => {
      const href = (lang: Language) => xmlText(new URL(address(lang), site).href);
      const others = languages.map(
        (lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href(lang)}"/>`,
      );
      return languages.map((lang) => `<url><loc>${href(lang)}</loc>${others.join('')}</url>`);
    });
    files.push(
      `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`,
    );
  }
  return files;
}

/** The file that names the others. */
export const sitemapIndex = (paths: readonly string[], site: URL): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${paths
    .map((path) => `<sitemap><loc>${xmlText(new URL(path, site).href)}</loc></sitemap>`)
    .join('\n')}\n</sitemapindex>\n`;
