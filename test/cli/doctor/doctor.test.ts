import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkData } from '../../../src/cli/doctor/data.ts';
import { checkEnvironment } from '../../../src/cli/doctor/environment.ts';
import { checkHub } from '../../../src/cli/doctor/hub.ts';
import { checkRuns } from '../../../src/cli/doctor/runs.ts';
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
  const all = {
    'dinamika-site.json': '{"release":"r1"}',
    'edition.json': '{"edition":"e1","release":"r1","offline":true}',
    'sw.js': 'const edition = "e1";',
    'manifest.webmanifest': '{}',
    ...files,
  };
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

describe('reading without a network', () => {
  const told = (files: Record<string, string>) =>
    codes({ 'index.html': page(''), ...files }).map(({ code }) => code);

  it.each([
    [
      'of another release',
      { 'edition.json': '{"edition":"e1","release":"r0","offline":true}' },
      'mixed-editions',
    ],
    ['of another edition', { 'sw.js': 'const edition = "e0";' }, 'mixed-editions'],
    ['withdrawn', { 'edition.json': '{"edition":"e2","release":"r1","offline":false}' }, 'withdrawn'],
  ])('%s is told', (_name, files, code) => {
    expect(told(files)).toEqual([code]);
  });

  it('that lost its worker fails', () => {
    site({ 'index.html': page('') });
    rmSync(join(folder, 'sw.js'));
    const fault = checkSite(folder, '/', 'r1').find(({ check }) => check === 'offline');
    expect([fault?.code, fault?.places]).toEqual(['no-offline', [join(folder, 'sw.js')]]);
  });
});

describe('the page of a country', () => {
  it('leads to its regions and to nothing that is lost', () => {
    const files = { 'regions.json': '{"edition":"x","regions":[{"id":"05"}]}', 'a.css': '' };
    const body = '<link rel="stylesheet" href="/a.css"><a href="/05/">05</a>';
    site({ ...files, 'index.html': page(body) });
    expect(checkHub(folder, '/')).toMatchObject([{ code: 'hub', facts: { regions: 1, pages: 1 } }]);
    site({ ...files, 'index.html': page(`${body}<a href="/66/">66</a>`) });
    expect(checkHub(folder, '/')).toMatchObject([{ code: 'broken-hub', places: ['index.html → /66/'] }]);
    expect(checkHub(join(folder, 'none'), '/')).toMatchObject([{ state: 'skipped' }]);
  });
});

describe('the last runs', () => {
  const run = (changes: object) =>
    JSON.stringify({
      ...{ command: 'build', arguments: [], started: '2026-01-02T03:04:05.678Z', seconds: 61.2, exit: 0 },
      ...{ node: 'v24', made: {}, stages: [{ stage: 'pages', of: 'build', seconds: 40.06, peak_mb: 512 }] },
      ...changes,
    });

  it('are told with their longest stages; one that was killed while it wrote is passed over', () => {
    writeFileSync(join(folder, 'build.jsonl'), `${run({ exit: 1 })}\n${run({})}\n{"command":"bu`);
    const [ingest, build] = checkRuns(folder);
    expect(ingest?.state).toBe('skipped');
    expect(build).toMatchObject({ state: 'ok', facts: { day: '2026-01-02 03:04', seconds: '61' } });
    expect(build?.places).toEqual(['build → pages: 40.1 s, 512 MB']);
  });

  it('that failed are told with their fault', () => {
    writeFileSync(join(folder, 'build.jsonl'), `${run({ exit: 1, fault: 'disk-full' })}\n`);
    expect(checkRuns(folder)[1]).toMatchObject({ state: 'warning', facts: { fault: 'disk-full' } });
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
