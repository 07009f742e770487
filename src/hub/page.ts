import { pagePolicy } from '../contract/policy.ts';
import { type Language, languages } from '../contract/vocabulary.ts';
import { day } from '../i18n/formats.ts';
import { messages } from '../i18n/index.ts';
import { hubMessages } from '../i18n/pages-hub.ts';
import { xmlText } from '../site/xml.ts';
import type { HubRegion } from './files.ts';

/** What a hub page is made of. */
export interface HubPage {
  lang: Language;
  /** Path of the hub's root, with slashes at both ends. */
  base: string;
  edition: string;
  regions: readonly HubRegion[];
  style: string;
  script: string;
}

const inLanguage = (lang: Language): string => (lang === 'ru' ? '' : `${lang}/`);
const absolute = (url: string, base: string): string => (/^https?:/.test(url) ? url : `${base}${url}`);
const ru = (lang: Language, text: string): string =>
  lang === 'ru' ? xmlText(text) : `<span lang="ru">${xmlText(text)}</span>`;

function line({ name, url, release, counts, years, synthetic }: HubRegion, { lang, base }: HubPage): string {
  const words = hubMessages(lang);
  const [first, last] = [years[0], years.at(-1)];
  const facts = [
    words.schools(counts.schools),
    ...(first !== undefined && last !== undefined ? [words.years(first, last)] : []),
    words.release(day(lang, release.slice(0, 10))),
    ...(synthetic ? [words.synthetic] : []),
  ];
  const href = xmlText(`${absolute(url, base)}${inLanguage(lang)}`);
  const label = xmlText(`${words.explorer}: ${name}`);
  const explorer = `<a class="small" href="${href}explore/" aria-label="${label}">${words.explorer}</a>`;
  return `<li><a href="${href}">${ru(lang, name)}</a> <span class="quiet small">${xmlText(facts.join(', '))}</span> · ${explorer}</li>`;
}

function search({ lang, base, edition }: HubPage): string {
  const words = hubMessages(lang);
  const data = {
    root: base,
    index: `${base}search/`,
    edition,
    pages: inLanguage(lang),
    lang,
    none: words.none,
    failed: words.failed,
    choose: words.choose,
    closed: words.closed,
    place: words.place,
  };
  const attributes = Object.entries(data).map(([name, value]) => `data-${name}="${xmlText(value)}"`);
  return `<search><form class="search" action="#regions" ${attributes.join(' ')}>
<label for="search-input">${words.label}</label>
<div class="search-line"><input id="search-input" type="search" name="q" autocomplete="off" autocapitalize="off" spellcheck="false" role="combobox" aria-expanded="false" aria-controls="search-list" aria-autocomplete="list" aria-describedby="search-hint"><button type="submit">${words.submit}</button></div>
<div class="search-list" id="search-list" role="listbox" aria-label="${words.results}" hidden></div>
<p class="search-hint" id="search-hint">${words.hint}</p><p class="search-status" role="status"></p>
<noscript><p class="small">${words.withoutScript}</p></noscript></form></search>`;
}

/** The hub's page in a language: complete without a script but for the search. */
export function hubPage(page: HubPage): string {
  const { lang, base, regions, style, script, edition } = page;
  const words = hubMessages(lang);
  const { site } = messages(lang);
  const other = languages.find((one) => one !== lang) ?? 'ru';
  const sorted = [...regions].sort((a, b) => a.name.localeCompare(b.name, 'ru'));
  return `<!doctype html>
<html lang="${lang}" data-edition="${edition}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${xmlText(pagePolicy)}">
<meta name="viewport" content="width=device-width"><title>${words.title} — ${site.name}</title>
<meta name="description" content="${words.lead}"><link rel="icon" href="${base}favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${base}${style}"><script type="module" src="${base}${script}"></script></head>
<body><a class="skip" href="#content">${site.skip}</a>
<header class="masthead"><div class="frame"><a class="brand" href="${base}${inLanguage(lang)}" aria-current="page">${site.name}</a><a class="other-language" href="${base}${inLanguage(other)}" lang="${other}" hreflang="${other}">${words.other}</a></div></header>
<main id="content" class="frame" tabindex="-1"><h1>${words.title}</h1><p class="lead">${words.lead}</p>
${search(page)}
<h2 id="regions">${words.regions(regions.length)}</h2>
<ul class="links columns">${sorted.map((region) => line(region, page)).join('\n')}</ul>
<p class="small">${words.noRanking}</p>
<h2>${words.machines}</h2>
<ul class="links"><li><a href="${base}regions.json">${words.list}</a></li><li><a href="${base}catalog.jsonld">${words.catalogue}</a></li></ul>
</main></body></html>
`;
}

/**
 * The regions' catalogues as one: DCAT-AP 3 in JSON-LD. Each region describes its own files; the hub only points there.
 * @param root address of the hub; paths stay relative where it is not known
 */
export function hubCatalogue(regions: readonly HubRegion[], root: string): object {
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
    },
    '@type': 'dcat:Catalog',
    '@id': `${root}#catalogue`,
    'dct:title': languages.map((lang) => ({ '@value': hubMessages(lang).title, '@language': lang })),
    'dcat:catalog': regions.map(({ url, title, publisher, release, name }) => ({
      '@type': 'dcat:Catalog',
      '@id': `${absolute(url, root)}data/catalog.jsonld`,
      'dct:title': [
        { '@value': `${title.ru}. ${name}`, '@language': 'ru' },
        { '@value': title.en, '@language': 'en' },
      ],
      'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': publisher },
      'dcat:version': release,
    })),
  };
}
