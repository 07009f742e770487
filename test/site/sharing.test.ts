import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lines, picturePng, pictureSvg } from '../../src/site/picture.ts';
import { sitemapFiles, sitemapIndex } from '../../src/site/sitemap.ts';
import { fromWoff } from '../../src/site/woff.ts';
import { straight, xmlText } from '../../src/site/xml.ts';

const site = new URL('https://site.example/');

describe('a picture for messengers', () => {
  const picture = { place: 'Район', title: '<b>Школа</b> & "Ко"', text: 'Текст', foot: 'Сайт' };

  it('has every text escaped', () => {
    const svg = pictureSvg(picture);
    expect(svg).toContain('&lt;b&gt;Школа&lt;/b&gt; &amp; &quot;Ко&quot;');
    expect(svg.match(/<text /g)).toHaveLength(4);
  });

  it('is a PNG of 600 × 315 with letters on it', () => {
    const png = Buffer.from(picturePng(picture));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 315]);
    const empty = picturePng({ place: '', title: '', text: '', foot: '' });
    expect(png.length).toBeGreaterThan(empty.length + 1000);
  });

  it('breaks long names into lines, cuts a word that is too long, and ends in dots', () => {
    expect(lines('один два три', 28, 2)).toEqual(['один два три']);
    const long = lines('слово '.repeat(60), 28, 2);
    expect(long).toHaveLength(2);
    expect(long[1]).toMatch(/…$/);
    expect(Math.max(...lines('x'.repeat(500), 28, 9).map((line) => line.length))).toBeLessThan(40);
  });

  it('leaves out characters that turn the direction of text', () => {
    expect(lines('а\u202eб\u202cв', 28, 1)).toEqual(['абв']);
    expect(straight('\u2067x\u2069')).toBe('x');
  });
});

it('a WOFF file becomes the font inside it: the same tables, their checksums right', () => {
  const woff = readFileSync('node_modules/@fontsource/golos-text/files/golos-text-latin-400-normal.woff');
  const font = fromWoff(woff);
  expect(font.length).toBe(woff.readUInt32BE(16));
  const count = font.readUInt16BE(4);
  expect(count).toBe(woff.readUInt16BE(12));
  for (let index = 0; index < count; index++) {
    const at = 12 + 16 * index;
    if (font.toString('latin1', at, at + 4) === 'head') continue;
    const [sum, offset, length] = [4, 8, 12].map((more) => font.readUInt32BE(at + more)) as [
      number,
      number,
      number,
    ];
    let found = 0;
    for (let byte = offset; byte < offset + length; byte += 4)
      found = (found + font.readUInt32BE(byte)) >>> 0;
    expect(found).toBe(sum);
  }
  expect(() => fromWoff(Buffer.from('wOF2'))).toThrow('invalid woff');
});

it('XML text has no markup and none of the characters that XML forbids', () => {
  expect(xmlText(`<a href='x'>"&"\u0000\u0008</a>`)).toBe(
    '&lt;a href=&apos;x&apos;&gt;&quot;&amp;&quot;&lt;/a&gt;',
  );
});

describe('the sitemap', () => {
  const all = Array.from({ length: 25_000 }, (_, index) => (lang: string) => `/${lang}/${index}/?a&b`);

  it('is split into files that the protocol allows, each page in both languages', () => {
    const files = sitemapFiles(all, site);
    expect(files).toHaveLength(3);
    const counts = files.map((file) => file.match(/<loc>/g)?.length ?? 0);
    expect(counts).toEqual([20_000, 20_000, 10_000]);
    expect(files[0]).toContain('<loc>https://site.example/ru/0/?a&amp;b</loc>');
    expect(files[0]).toContain('hreflang="en" href="https://site.example/en/0/?a&amp;b"');
  });

  it('has an index with absolute addresses', () => {
    expect(sitemapIndex(['/sitemap-1.xml'], site)).toContain('<loc>https://site.example/sitemap-1.xml</loc>');
  });
});
