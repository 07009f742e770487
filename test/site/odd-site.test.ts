import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support.ts';
import { builtOf } from './built.ts';
import { brokenLinks, pagesOf } from './crawl.ts';
import { former, hostile, oddRegion, oddRegionBefore } from './odd-region.ts';
import { atomFaults, cffFaults, dcatFaults, openGraphOf } from './standards.ts';

describe('a region of odd schools', () => {
  let site = '';
  let pages: ReturnType<typeof pagesOf> = [];
  const read = (path: string) => readFileSync(join(site, path), 'utf8');
  const page = (path: string) => pages.find((one) => one.path === path);
  beforeAll(async () => {
    const { out } = await run(oddRegionBefore(), { preset: 'public' });
    await run(oddRegion(), { preset: 'public', out });
    site = builtOf(out);
    pages = pagesOf(site);
  }, 180_000);

  it('has a page for every school in both languages, and no link that leads nowhere', () => {
    expect(pages.filter(({ path }) => /(^|\/)schools\/s-/.test(path))).toHaveLength(24);
    expect(brokenLinks(site)).toEqual([]);
  });

  it.each([
    ['', 'школа называлась:', 'Район с одной школой'],
    ['en/', 'the school was called:', 'Район с одной школой'],
  ])(
    '%s: a school that was renamed and moved says what it was called and where it was',
    (lang, was, place) => {
      const { document } = page(`${lang}schools/${former.id}/index.html`) ?? {};
      const told = [...(document?.querySelectorAll('.fate') ?? [])];
      const name = told.find(({ textContent }) => textContent?.includes(was));
      expect(name?.querySelector('bdi')?.textContent).toBe(former.name);
      expect(
        told.some(({ textContent }) => textContent?.includes(place) && textContent.includes(hostile.script)),
      ).toBe(true);
      const other = page(`${lang}schools/s-new/index.html`)?.document.querySelectorAll('.fate bdi');
      expect(other).toHaveLength(0);
    },
  );

  it('runs no script that a name brings, on any page', () => {
    for (const { path, document } of pages) {
      const scripts = [...document.querySelectorAll('script')];
      const foreign = scripts.filter(
        (one) =>
          !/^\/(_astro\/|embed\/\w+\.js$)/.test(one.getAttribute('src') ?? '') &&
          !/json/.test(one.getAttribute('type') ?? ''),
      );
      expect(
        foreign.map((one) => one.outerHTML.slice(0, 200)),
        path,
      ).toEqual([]);
      const handlers = [...document.querySelectorAll('*')].filter((one) =>
        [...one.attributes].some(({ name }) => name.startsWith('on')),
      );
      expect(
        handlers.map(({ outerHTML }) => outerHTML.slice(0, 200)),
        path,
      ).toEqual([]);
      expect(document.querySelectorAll('img')).toHaveLength(0);
    }
  });

  it.each([
    ['s-script', hostile.script],
    ['s-closing', hostile.closing],
    ['s-quotes', hostile.quotes],
    ['s-long', hostile.long],
    ['s-emoji', hostile.emoji],
  ])('%s is called by its whole name in heading, title, description and JSON-LD', (id, name) => {
    const { document } = page(`schools/${id}/index.html`) ?? {};
    const plain = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ').trim();
    expect(plain(document?.querySelector('h1')?.textContent)).toBe(name);
    expect(plain(document?.querySelector('title')?.textContent)).toContain(name);
    expect(document?.querySelector('meta[property="og:title"]')?.getAttribute('content')).toContain(name);
    const about = document?.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
    expect(JSON.parse(about)).toMatchObject({ '@type': 'School', name });
  });

  it('a name that turns the direction of text cannot turn the words around it', () => {
    const title = page('schools/s-reversed/index.html')?.document.querySelector('title')?.textContent;
    expect(title).toBe('Школа енацонзи № 7 — Динамика');
    const css = globSync('_astro/Page*.css', { cwd: site }).map(read).join('');
    expect(css).toMatch(/a,bdi,li,td,th,option,summary\{unicode-bidi:isolate\}/);
  });

  it('says why a school has no numbers', () => {
    const text = (id: string) =>
      page(`schools/${id}/index.html`)?.document.querySelector('main')?.textContent ?? '';
    expect(text('s-empty')).toContain('Результатов в этом выпуске нет');
    expect(text('s-closed')).toContain('Школа закрыта 31 августа 2023 года');
    expect(text('s-new')).toContain('Школа открыта 1 сентября 2024 года');
    expect(text('s-tiny')).toContain('меньше 10 участников');
    expect(text('s-passed')).toContain('порог преодолели все участники (40)');
    // The comparison with 2022 or 2023, in which no ВПР was sat, is refused in words.
    expect(text('s-script')).toContain('2023');
  });

  it('has a picture for every school, a feed and a sitemap that parse, whatever the names', () => {
    for (const id of ['s-script', 's-long', 's-reversed', 's-emoji', 's-empty']) {
      const png = readFileSync(join(site, `og/${id}.png`));
      expect(png.toString('latin1', 1, 4)).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 315]);
    }
    for (const file of ['releases.atom', 'sitemap.xml', 'sitemap-1.xml']) {
      expect(read(file)).not.toMatch(/<script|<img/);
      expect(read(file)).toMatch(/^<\?xml version="1.0"/);
    }
    expect(read('sitemap-1.xml')).toContain('<loc>https://odd.example/en/schools/s-script/</loc>');
    expect(read('releases.atom')).toContain('&lt;/title&gt;&lt;/script&gt;');
  });

  it('its feed, citation and catalogue are valid by the standards of others, whatever the names', async () => {
    expect(atomFaults(read('releases.atom'))).toEqual([]);
    expect(cffFaults(read('data/CITATION.cff'))).toEqual([]);
    const catalogue = JSON.parse(read('data/catalog.jsonld')) as object;
    expect(await dcatFaults(catalogue, 'https://odd.example/data/')).toEqual([]);
  });

  it.each([
    ['s-script', hostile.script],
    ['s-closing', hostile.closing],
    ['s-quotes', hostile.quotes],
    ['s-long', hostile.long],
    ['s-emoji', hostile.emoji],
  ])(
    '%s has a preview in messengers: whole name, address, a picture that is there with its size',
    async (id, name) => {
      for (const lang of ['', 'en/']) {
        const address = `https://odd.example/${lang}schools/${id}/`;
        const preview = await openGraphOf(read(`${lang}schools/${id}/index.html`));
        expect(preview.ogTitle?.replaceAll('\u00a0', ' ')).toContain(name);
        expect(preview).toMatchObject({ ogType: 'website', ogUrl: address, success: true });
        expect(preview.ogLocale).toBe(lang === '' ? 'ru_RU' : 'en_GB');
        expect(preview.ogDescription).not.toBe('');
        const [picture, ...others] = preview.ogImage ?? [];
        expect(others).toEqual([]);
        expect(picture).toMatchObject({ url: `https://odd.example/og/${id}.png`, type: 'image/png' });
        const png = readFileSync(join(site, `og/${id}.png`));
        expect([picture?.width, picture?.height].map(Number)).toEqual([
          png.readUInt32BE(16),
          png.readUInt32BE(20),
        ]);
      }
    },
  );

  it('a municipality with one school has its page', () => {
    expect(
      page('municipalities/m2/index.html')?.document.querySelectorAll('main a[href*="/schools/s-alone/"]'),
    ).toHaveLength(1);
  });
});
