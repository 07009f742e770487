import type { Manifest } from '../../contract/public.ts';
import type { Language } from '../../contract/vocabulary.ts';
import { type EmbedTarget, embedFolder, type Theme } from '../../embeds/address.ts';
import { apaCitation, bibtex, gostCitation } from '../../embeds/citation.ts';
import { dataOf, escaped, iframeOf, markdownOf, type Shared, scriptOf } from '../../embeds/snippets.ts';
import { type EmbedMessages, embedMessages } from '../../i18n/embeds.ts';
import type { Placed } from './poster.ts';
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
function image(picture: SheetPicture, { wide, narrow }: Pages): string {
  const drawn = (placed: readonly Placed[], file: string, name: string) => {
    const at = placed.find(({ id }) => id === picture.id);
    if (!at) return '';
    const size = `width="${at.width}" height="${at.height}"`;
    return `<svg${name} viewBox="0 0 ${at.width} ${at.height}" ${size} aria-hidden="true"><image href="${file}#${at.id}" ${size}/></svg>`;
  };
  const phone = narrow ? drawn(narrow, 'chart-narrow.svg', ' class="phone"') : '';
  return `<div role="img" aria-label="${escaped(picture.alt)}">${drawn(wide, 'chart.svg', narrow ? ' class="wide"' : '')}${phone}</div>`;
}

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
  const address = `${context.root}${embedFolder(frozen.target)}`;
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
  return `<section class="share" id="share"><h2>${escaped(words.share)}</h2>${parts}${context.hasAddress ? '' : `<p>${escaped(words.noAddress)}</p>`}<h3>${escaped(words.live)}</h3><dl>${of(shared)}</dl><h3>${escaped(words.frozen(release))}</h3><dl>${of(frozen)}${item(words.snippets.gost, gostCitation(cited))}${item(words.snippets.apa, apaCitation(cited))}${item(words.snippets.bibtex, bibtex(cited))}</dl><p class="small">${escaped(words.accessed)}</p></section>`;
}

function section(picture: SheetPicture, pages: Pages, words: EmbedMessages): string {
  const themed = anchors(
    picture.id,
    themesOnTheirOwn.map((theme) => `--${theme}`),
  );
  const table = picture.table ? tableMarkup(picture.table, words) : '';
  return `<section class="section" id="${picture.id}">${themed}${image(picture, pages)}${table}</section>`;
}

const noticeMarkup = ({ text, links }: Notice): string =>
  `<div class="notice" role="note"><p>${escaped(text)} ${links
    .map((link) => `<a href="${escaped(link.href)}" target="_top">${escaped(link.text)}</a>`)
    .join(' ')}</p></div>`;

const responseMarkup = ({ head, text }: ResponseNote, title: string): string =>
  `<blockquote><p><b>${escaped(title)}</b> <span class="small">${escaped(head)}</span></p><p>${escaped(text)}</p></blockquote>`;

/** The frame of a page of embeds: nothing but our own style and script may be loaded or run. */
export function shell(lang: Language, title: string, base: string, head: string, body: string): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${escaped(title)}</title>${head}<link rel="stylesheet" href="${base}embed/embed.css"><script src="${base}embed/frame.js" defer></script></head><body><i id="light"></i><i id="dark"></i>${body}</body></html>\n`;
}

/** The page of one chart of one entity: pictures, numbers, where it is from, and how to embed and cite it. */
export function embedPage(
  sheet: Sheet,
  pages: Pages,
  context: PageContext,
  lang: Language,
  { notice, responses }: { notice: Notice | null; responses: readonly ResponseNote[] },
): string {
  const words = embedMessages(lang);
  const { subject, pictures, title } = sheet;
  const page = `${context.base}${lang === 'ru' ? '' : `${lang}/`}${sheet.page}`;
  const others =
    pictures.length > 1
      ? `<nav aria-label="${escaped(words.others)}"><ul>${pictures
          .map(
            ({ id, title: name }) =>
              `<li><a href="#${id}">${escaped(name.replace(`${title}: `, ''))}</a></li>`,
          )
          .join('')}</ul></nav>`
      : '';
  const files = [
    [page, words.page],
    ['chart.svg', words.svg],
    [
      lang === 'ru'
        ? 'data.csv'
        : `${context.base}${embedFolder({ ...target(sheet, 'ru'), release: context.manifest.release })}data.csv`,
      words.csv,
    ],
  ];
  const links = files
    .map(
      ([href = '', text = ''], index) =>
        `<a href="${escaped(href)}"${index === 0 ? ' target="_top"' : ''}>${escaped(text)}</a>`,
    )
    .join(' · ');
  const empty = pictures.length === 0 ? `<p>${escaped(words.nothing)}</p>` : '';
  const body = `<h1>${escaped(`${title}. ${subject.name}`)}</h1>${notice ? noticeMarkup(notice) : ''}${empty}${pictures
    .map((picture) => section(picture, pages, words))
    .join(
      '',
    )}${responses.map((one) => responseMarkup(one, words.responseTitle)).join('')}<p class="small">${links} · <a href="#share">${escaped(words.share)}</a></p>${others}${shareSection(sheet, context, lang)}`;
  const name = `${title}. ${subject.name}`;
  return shell(lang, name, context.base, headLinks(page, context), body);
}

const target = (sheet: Sheet, lang: Language) => ({
  chart: sheet.chart,
  entity: sheet.subject.id,
  ...(sheet.indicator ? { indicator: sheet.indicator } : {}),
  lang,
});

const headLinks = (page: string, { root, base, hasAddress }: PageContext): string =>
  `<link rel="alternate" type="application/json+oembed" href="oembed.json"><link rel="alternate" type="image/svg+xml" href="chart.svg">${
    hasAddress ? `<link rel="canonical" href="${escaped(root + page.slice(base.length))}">` : ''
  }`;
