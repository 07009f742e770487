import { pagePolicy } from '../../contract/policy.ts';
import type { Manifest } from '../../contract/public.ts';
import type { Language, Level } from '../../contract/vocabulary.ts';
import { type EmbedTarget, embedFolder, type Theme } from '../../embeds/address.ts';
import { apaCitation, bibtex, gostCitation } from '../../embeds/citation.ts';
import { dataOf, escaped, iframeOf, markdownOf, type Shared, scriptOf } from '../../embeds/snippets.ts';
import { type EmbedMessages, embedMessages } from '../../i18n/embeds.ts';
import type { Placed } from './poster.ts';
import { embedScope } from './scope.ts';
import type { Sheet, SheetPicture, WordTable } from './sheet.ts';

/** What every page of a build shares. */
export interface PageContext {
  /** The site's root as addresses are written in snippets: absolute where the address is known. */
  root: string;
  /** The site's root as a path. */
  base: string;
  /** True where `root` is absolute. */
  hasAddress: boolean;
  manifest: Manifest;
}

/** Where the pictures of a page stand in its files; one file does for drawings that fit a phone as they are. */
export interface Pages {
  wide: readonly Placed[];
  narrow: readonly Placed[] | null;
}

/** A line above the chart: of an older release, or of a school that is gone. */
export interface Notice {
  text: string;
  links: readonly { href: string; text: string }[];
}

export interface ResponseNote {
  head: string;
  text: string;
}

const themesOnTheirOwn: readonly Theme[] = ['light', 'dark'];
const anchors = (id: string, names: readonly string[]): string =>
  names.map((name) => `<i id="${id}${name}"></i>`).join('');

function tableMarkup({ head, rows }: WordTable, words: EmbedMessages): string {
  const row = (cells: readonly string[], width: number) =>
    `<tr>${cells
      .map((cell, index) => {
        const rest = index === cells.length - 1 ? width - cells.length + 1 : 1;
        const name = index === 0 ? 'th scope="row"' : `td${rest > 1 ? ` colspan="${rest}"` : ''}`;
        return `<${name}>${escaped(cell)}</${index === 0 ? 'th' : 'td'}>`;
      })
      .join('')}</tr>`;
  const headings = head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
  const body = rows.map((cells) => row(cells, head.length)).join('');
  return `<details><summary>${escaped(words.table)}</summary><div class="scroll" tabindex="0" role="region" aria-label="${escaped(words.table)}"><table><thead><tr>${headings}</tr></thead><tbody>${body}</tbody></table></div></details>`;
}

/**
 * A picture of several in one file, in the width that fits. `<img>` would take the proportions of the whole file; an
 * `<image>` in a frame of its own keeps those of the part, and the colours of the page reach into both.
 */
function image(picture: SheetPicture, { wide, narrow }: Pages, folder: string): string {
  const drawn = (placed: readonly Placed[], file: string, name: string) => {
    const at = placed.find(({ id }) => id === picture.id);
    if (!at) return '';
    const size = `width="${at.width}" height="${at.height}"`;
    return `<svg${name} viewBox="0 0 ${at.width} ${at.height}" ${size} aria-hidden="true"><image href="${file}#${at.id}" ${size}/></svg>`;
  };
  const phone = narrow ? drawn(narrow, `${folder}chart-narrow.svg`, ' class="phone"') : '';
  return `<div role="img" aria-label="${escaped(picture.alt)}">${drawn(wide, 'chart.svg', narrow ? ' class="wide"' : '')}${phone}</div>`;
}

/** The file of a release that has an entity's figures, below the root of the site. */
export const recordPath = (level: Level, entity: string, release: string): string => {
  const id = encodeURIComponent(entity);
  const file = { school: `schools/${id}`, municipality: `municipalities/${id}`, region: 'region' }[level];
  return `data/${release}/${file}.json`;
};

/** What stays where the site keeps no charts of older releases; nothing where it keeps them. */
const recordOf = ({ subject }: Sheet, release: string): string | undefined =>
  embedScope().older ? undefined : recordPath(subject.level, subject.id, release);

/** Once per page, not per picture: the snippets of every picture of every school would outweigh the pictures. */
function shareSection(sheet: Sheet, context: PageContext, lang: Language): string {
  const words = embedMessages(lang);
  const { dataset, release } = context.manifest;
  const own: EmbedTarget = { ...target(sheet, lang), theme: 'auto' };
  const title = `${sheet.title}. ${sheet.subject.name}`;
  const parts =
    sheet.pictures.length > 1
      ? `<p>${escaped(words.parts(sheet.pictures.map(({ id }) => `#${id}`).join(', ')))}</p>`
      : '';
  const shared: Shared = { target: own, root: context.root, title, width: null, height: 480 };
  const frozen: Shared = { ...shared, target: { ...own, release } };
  const record = recordOf(sheet, release);
  const address = context.root + (record ?? embedFolder(frozen.target));
  const cited = {
    title,
    publisher: dataset.publisher,
    release,
    released: release.slice(0, 10),
    address,
    accessed: null,
  };
  const item = (name: string, text: string) =>
    `<dt>${escaped(name)}</dt><dd><pre>${escaped(text)}</pre></dd>`;
  const of = (one: Shared) =>
    item(words.snippets.iframe, iframeOf(one)) +
    item(words.snippets.script, scriptOf(one)) +
    item(words.snippets.markdown, markdownOf(one)) +
    item(words.snippets.data, dataOf(one));
  const offered = {
    ...{ chart: own.chart, entity: own.entity, indicator: own.indicator, title },
    ...{ publisher: dataset.publisher, release, record, root: context.base },
    languages: embedScope().languages.join(' '),
  };
  const data = Object.entries(offered)
    .flatMap(([name, text]) => (text === undefined ? [] : [` data-${name}="${escaped(text)}"`]))
    .join('');
  return `<section class="share" id="share"${data}><h2>${escaped(words.share)}</h2>${parts}${context.hasAddress ? '' : `<p>${escaped(words.noAddress)}</p>`}<h3>${escaped(words.live)}</h3><dl>${of(shared)}</dl><h3>${escaped(record ? words.cite : words.frozen(release))}</h3><dl>${record ? '' : of(frozen)}${item(words.snippets.gost, gostCitation(cited))}${item(words.snippets.apa, apaCitation(cited))}${item(words.snippets.bibtex, bibtex(cited))}</dl><p class="small">${escaped(words.accessed)}</p></section>`;
}

function section(
  picture: SheetPicture,
  subject: string,
  pages: Pages,
  folder: string,
  words: EmbedMessages,
): string {
  const themed = anchors(
    picture.id,
    [...themesOnTheirOwn, 'share'].map((name) => `--${name}`),
  );
  const table = picture.table ? tableMarkup(picture.table, words) : '';
  return `<section class="section" id="${picture.id}" data-title="${escaped(`${picture.title}. ${subject}`)}">${themed}${image(picture, pages, folder)}${table}</section>`;
}

/** A finished page with a line above its chart. Headings are escaped, so the first one that ends is the page's own. */
export const noticed = (html: string, notice: Notice | null): string =>
  notice ? html.replace('</h1>', () => `</h1>${noticeMarkup(notice)}`) : html;

/** More links than this stand behind a fold: on a phone they would be longer than the chart. */
const mostOpen = 6;

/** Links to the parts of a chart. */
function otherParts(pictures: readonly SheetPicture[], prefix: string, label: string): string {
  const links = pictures.map(
    ({ id, title }) => `<li><a href="#${id}">${escaped(title.replace(prefix, ''))}</a></li>`,
  );
  const nav = `<nav aria-label="${escaped(label)}"><ul>${links.join('')}</ul></nav>`;
  return links.length > mostOpen ? `<details><summary>${escaped(label)}</summary>${nav}</details>` : nav;
}

const noticeMarkup = ({ text, links }: Notice): string =>
  `<div class="notice" role="note"><p>${escaped(text)} ${links
    .map((link) => `<a href="${escaped(link.href)}" target="_top">${escaped(link.text)}</a>`)
    .join(' ')}</p></div>`;

const responseMarkup = ({ head, text }: ResponseNote, title: string): string =>
  `<blockquote><p><b>${escaped(title)}</b> <span class="small">${escaped(head)}</span></p><p>${escaped(text)}</p></blockquote>`;

/** The frame of a page of embeds: nothing but our own style and script may be loaded or run. */
export function shell(lang: Language, title: string, base: string, head: string, body: string): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escaped(pagePolicy)}"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${escaped(title)}</title>${head}<link rel="stylesheet" href="${base}embed/embed.css"><script src="${base}embed/frame.js" defer></script></head><body><i id="light"></i><i id="dark"></i><main>${body}</main></body></html>\n`;
}

/** The page of one chart of one entity: pictures, numbers, where it is from, and how to embed and cite it. */
export function embedPage(
  sheet: Sheet,
  pages: Pages,
  context: PageContext,
  lang: Language,
  responses: readonly ResponseNote[],
): string {
  const words = embedMessages(lang);
  const { subject, pictures, title } = sheet;
  const page = `${context.base}${lang === 'ru' ? '' : `${lang}/`}${sheet.page}`;
  const others = pictures.length > 1 ? otherParts(pictures, `${title}: `, words.others) : '';
  const { release } = context.manifest;
  const folder = embedFolder({ ...target(sheet, lang), release });
  const data = `${context.base}${embedFolder({ ...target(sheet, 'ru'), release })}`;
  const files = [
    [page, words.page],
    ['chart.svg', words.svg],
    [lang === 'ru' ? 'data.csv' : `${data}data.csv`, words.csv],
    [`${data}data-excel.csv`, words.csvExcel],
  ];
  const links = files
    .map(
      ([href = '', text = ''], index) =>
        `<a href="${escaped(href)}"${index === 0 ? ' target="_top"' : ''}>${escaped(text)}</a>`,
    )
    .join(' · ');
  const empty = pictures.length === 0 ? `<p>${escaped(words.nothing)}</p>` : '';
  const body = `<h1>${escaped(`${title}. ${subject.name}`)}</h1>${empty}${pictures
    .map((picture) => section(picture, subject.name, pages, context.base + folder, words))
    .join(
      '',
    )}${responses.map((one) => responseMarkup(one, words.responseTitle)).join('')}<p class="small">${links} · <a href="#share">${escaped(words.share)}</a></p>${others}${shareSection(sheet, context, lang)}`;
  const name = `${title}. ${subject.name}`;
  return shell(lang, name, context.base, headLinks(folder, page, data, context), body);
}

const target = (sheet: Sheet, lang: Language) => ({
  chart: sheet.chart,
  entity: sheet.subject.id,
  ...(sheet.indicator ? { indicator: sheet.indicator } : {}),
  lang,
});

/** Where a page's oEmbed file is: the whole address where it is known, since those who ask do not complete it. */
export const discoveryOf = (folder: string, { root, hasAddress }: PageContext): string =>
  `<link rel="alternate" type="application/json+oembed" href="${escaped(hasAddress ? `${root}${folder}` : '')}oembed.json">`;

const headLinks = (folder: string, page: string, data: string, context: PageContext): string => {
  const { root, base, hasAddress } = context;
  return `${discoveryOf(folder, context)}<link rel="alternate" type="image/svg+xml" href="chart.svg"><link rel="alternate" type="text/csv" href="${escaped(data)}data.csv">${
    hasAddress ? `<link rel="canonical" href="${escaped(root + page.slice(base.length))}">` : ''
  }`;
};
