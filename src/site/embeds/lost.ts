import { languages } from '../../contract/vocabulary.ts';
import { escaped } from '../../embeds/snippets.ts';
import { embedMessages } from '../../i18n/embeds.ts';
import { shell } from './page.ts';

/**
 * What stands in a frame whose address no chart has. Hosts answer it to every lost address of a chart, so it speaks all
 * languages; it may be framed, as the site’s own page of lost addresses may not.
 */
export function lostPage(base: string): string {
  const title = languages.map((lang) => embedMessages(lang).about.lost).join(' · ');
  const parts = languages.map((lang) => {
    const { missing, all } = embedMessages(lang).about;
    const address = `${base}${lang === 'ru' ? '' : `${lang}/`}embed/`;
    return `<div class="notice" lang="${lang}"><p>${escaped(missing)} <a href="${escaped(address)}" hreflang="${lang}" target="_top">${escaped(all)}</a></p></div>`;
  });
  return shell('ru', title, base, '', `<h1>${escaped(title)}</h1>${parts.join('')}`);
}
