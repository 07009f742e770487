import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkData } from '../../../src/cli/doctor/data.ts';
import { checkEnvironment } from '../../../src/cli/doctor/environment.ts';
import { checkSite } from '../../../src/cli/doctor/site.ts';
import { pagePolicy } from '../../../src/contract/policy.ts';
import { doctorTexts, findingLines, findingTotal } from '../../../src/i18n/doctor.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dinamika-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = (body: string, policy = pagePolicy): string =>
  `<html><head><meta http-equiv="Content-Security-Policy" content="${policy}"></head><body>${body}</body></html>`;

function site(files: Record<string, string>): string {
  const all = { 'dinamika-site.json': '{"release":"r1"}', ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const codes = (files: Record<string, string>, base = '/', release = 'r1') =>
  checkSite(site(files), base, release).filter(({ state }) => state !== 'ok');

describe('a built site', () => {
  it('that is whole has nothing to complain about', () => {
    const body = `<a href="/schools/a/">A</a> <a href="schools/a/#marks">M</a> <a href="?q=1#top" id="top">top</a>
      <a href="/table.csv">csv</a> <a href="https://example.org/">elsewhere</a> <img src="data:image/png;base64,AA==">
      <link rel="canonical" href="https://example.org/">`;
    const files = {
      'index.html': page(body),
      'schools/a/index.html': page('<h2 id="marks">Marks</h2>'),
      'table.csv': 'a',
    };
    expect(codes(files)).toEqual([]);
  });

  it.each([
    ['a lost page', '<a href="/schools/b/">B</a>', 'index.html → /schools/b/'],
    ['a lost place in a page', '<a href="/#nowhere">B</a>', 'index.html → /#nowhere'],
    ['a lost picture', "<img alt='' src='no.png'>", 'index.html → no.png'],
    ['a lost symbol of a drawing', '<svg><use href="#arrow"></use></svg>', 'index.html → #arrow'],
    ['an address above the base', '<a title="a > b" href="/../x/">B</a>', 'index.html → /../x/'],
  ])('with %s', (_name, body, place) => {
    const [fault] = codes({ 'index.html': page(body) });
    expect([fault?.code, fault?.state, fault?.places]).toEqual(['broken-links', 'failed', [place]]);
  });

  it('below a path may not point at the root', () => {
    const [fault] = codes(
      { 'index.html': page('<a href="/results/">all</a> <a href="/">root</a>') },
      '/results/',
    );
    expect(fault?.places).toEqual(['index.html → /']);
  });

  it.each([
    '<script src="https://cdn.example.org/x.js"></script>',
    '<img src="//cdn.example.org/x.png">',
    '<link rel="stylesheet" href="https://fonts.example.org/f.css">',
    '<iframe src="https://example.org/"></iframe>',
  ])('that loads from elsewhere: %s', (body) => {
    expect(codes({ 'index.html': page(body) }).map(({ code }) => code)).toEqual(['foreign']);
  });

  it('with a page without policy, with a weak one, of an old release, too heavy', () => {
    let seed = 1;
    const noise = Array.from({ length: 90_000 }, () => {
      seed = (seed * 48271) % 2147483647;
      return String.fromCharCode(33 + (seed % 90)).replace(/[<>&"']/, 'x');
    }).join('');
    const found = codes(
      {
        'index.html': '<html>none</html>',
        'weak/index.html': page('', "default-src 'self' 'unsafe-inline'"),
        'heavy/index.html': page(noise),
      },
      '/',
      'r2',
    );
    expect(found.map(({ code }) => code)).toEqual(['old-site', 'no-policy', 'heavy']);
    expect(found[1]?.places).toEqual(['index.html', 'weak/index.html']);
    expect(found[2]?.places).toHaveLength(1);
  });

  it('that is not there is skipped, not failed', () => {
    expect(checkSite(join(folder, 'none'), '/', undefined).map(({ state }) => state)).toEqual(['skipped']);
  });
});

describe('releases', () => {
  it('that were damaged fail, with the file', () => {
    mkdirSync(join(folder, 'r1'));
    writeFileSync(join(folder, 'r1', 'manifest.json'), '{"files":[]}');
    writeFileSync(join(folder, 'latest.json'), '{"release":"r1","manifest_sha256":"0"}');
    const { findings, manifest } = checkData(folder);
    expect(findings.map(({ code, state }) => [code, state])).toEqual([['damaged', 'failed']]);
    expect(findings[0]?.places[0]).toContain(join('r1', 'manifest.json'));
    expect(manifest).toBeUndefined();
    cpSync(join(folder, 'latest.json'), join(folder, 'copy.json'));
    writeFileSync(join(folder, 'latest.json'), 'no json');
    expect(checkData(folder).findings.map(({ code }) => code)).toEqual(['damaged']);
  });

  it('that are not there are skipped', () => {
    expect(checkData(folder).findings.map(({ code, state }) => [code, state])).toEqual([
      ['no-release', 'skipped'],
    ]);
  });
});

it('the machine runs the native engine and has room', async () => {
  const findings = await checkEnvironment(join(folder, 'not', 'yet'));
  expect(findings.find(({ check }) => check === 'engine')?.code).toBe('engine');
  expect(findings.find(({ check }) => check === 'disk')?.facts.free).toBeGreaterThan(0);
});

describe('words', () => {
  it('both languages know the same findings and fill the same places', () => {
    expect(Object.keys(doctorTexts.en)).toEqual(Object.keys(doctorTexts.ru));
    const gaps = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const [code, { found, remedy }] of Object.entries(doctorTexts.ru)) {
      expect(gaps(doctorTexts.en[code]?.found), code).toEqual(gaps(found));
      expect(gaps(doctorTexts.en[code]?.remedy), code).toEqual(gaps(remedy));
    }
  });

  it('a finding shows five places and counts the rest', () => {
    const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const told = {
      state: 'failed',
      code: 'broken-links',
      facts: { broken: 7, references: 9 },
      places,
    } as const;
    expect(findingLines(told, 'ru')).toEqual([
      '✗ ссылок в никуда: 7 из 9',
      ...['a', 'b', 'c', 'd', 'e'].map((place) => `    ${place}`),
      '    и ещё 2',
      '    что делать: постройте сайт заново; если не поможет, сообщите разработчикам',
    ]);
    expect(findingTotal([told], 'en')).toBe('Checks: 1. Failures: 1, warnings: 0, skipped: 0.');
  });
});
