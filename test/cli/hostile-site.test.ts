import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Latest, Manifest } from '../../src/contract/public.ts';
import { filesBelow, sha256 } from '../../src/publish/files.ts';
import { dataset, header, run, sourceSet, temporaryFolder } from '../support.ts';

/** Builds the site of a data folder as the command does, in a process of its own. */
function site(data: string): string {
  const out = join(temporaryFolder(), 'site');
  execFileSync(process.execPath, ['scripts/build.ts', '--data', data, '--out', out], { stdio: 'pipe' });
  return out;
}
const page = (folder: string, path: string) =>
  parseHTML(readFileSync(join(folder, path, 'index.html'), 'utf8')).document;
const kinds = [
  '',
  'schools/',
  'municipalities/',
  'dynamics/',
  'clusters/',
  'indicators/',
  'quality/',
  'data/',
];
const paths = ['', 'en/'].flatMap((lang) => kinds.map((kind) => `${lang}${kind}`));

const names = [
  '<script>alert(1)</script>',
  `"><img src=x onerror=alert(1)>'`,
  '\u202eтсет СОШ',
  '🦊 школа 🏫',
  'Ш'.repeat(300),
];

describe('names from outside that try to be markup', () => {
  let folder: string;
  beforeAll(async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = names.flatMap((name, i) =>
      [2023, 2024].flatMap((year) =>
        ['Математика', 'Русский язык'].map((subject) => {
          const failed = [14, 6, 3, 20, 12][i] ?? 0;
          const place = quoted(`${names[i % 2]} район`);
          return `sch00${i};${quoted(name)};m${i % 2};${place};${year};5;${subject};40;${failed};${30 - failed};6;4`;
        }),
      ),
    );
    const set = sourceSet(
      { '"><b>a.csv': `${[header, ...rows].join('\n')}\n` },
      {
        'dataset.json': {
          ...dataset,
          publisher: names[1],
          title: { ru: '<b class="planted">Набор</b>', en: '<b class="planted">Set</b>' },
          region: { id: 'r', name: '<i class="planted">Регион</i>' },
        },
      },
    );
    folder = site((await run(set, { preset: 'public' })).out);
  }, 180_000);

  it('stay text on every page, in both languages', () => {
    const schools = names.flatMap((_, i) => [`schools/sch00${i}/`, `en/schools/sch00${i}/`]);
    for (const path of [...paths, ...schools, 'municipalities/m0/', 'en/municipalities/m1/']) {
      const document = page(folder, path);
      const scripts = [...document.querySelectorAll('script')].map((script) => script.textContent ?? '');
      expect(
        scripts.filter((text) => text.includes('alert(1)') && !text.startsWith('{')),
        path,
      ).toEqual([]);
      expect(document.querySelectorAll('.planted, img, [onerror]').length, path).toBe(0);
    }
  });

  it('are read as they were written', () => {
    for (const [i, name] of names.entries())
      expect(page(folder, `schools/sch00${i}/`).querySelector('h1')?.textContent).toContain(name);
    expect(page(folder, 'clusters/').body.textContent).toContain(names[0]);
    expect(page(folder, 'quality/').body.textContent).toContain('"><b>a.csv');
  });

  it('a name that turns its own letters round does not turn what follows', () => {
    const css = readdirSync(join(folder, '_astro')).filter((name) => name.endsWith('.css'));
    const text = css.map((name) => readFileSync(join(folder, '_astro', name), 'utf8')).join('\n');
    expect(text).toMatch(/unicode-bidi:\s*isolate/);
  });
});

describe('a release made before boundaries, clusters and the quality report', () => {
  let folder: string;
  beforeAll(() => {
    const data = temporaryFolder();
    cpSync('test/files/sample-release', data, { recursive: true });
    const latest = JSON.parse(readFileSync(join(data, 'latest.json'), 'utf8')) as Latest;
    const release = join(data, latest.release);
    const manifest = JSON.parse(readFileSync(join(release, 'manifest.json'), 'utf8')) as Manifest;
    const bytes = (path: string) => readFileSync(join(release, path));
    const files = filesBelow(release)
      .filter((path) => path !== 'manifest.json')
      .map((path) => ({ path, bytes: bytes(path).length, sha256: sha256(bytes(path)) }));
    // A handful of files for pages: without its tables there is nothing that a build could attack.
    const sample: Manifest = { ...manifest, files, preset: 'internal' };
    writeFileSync(join(release, 'manifest.json'), JSON.stringify(sample));
    writeFileSync(
      join(data, 'latest.json'),
      JSON.stringify({ ...latest, manifest_sha256: sha256(bytes('manifest.json')) }),
    );
    folder = site(data);
  }, 180_000);

  it('has every page, each with its heading and its word on what is missing', () => {
    for (const path of paths) {
      expect(existsSync(join(folder, path, 'index.html')), path).toBe(true);
      const text = page(folder, path).body.textContent ?? '';
      expect(page(folder, path).querySelectorAll('h1').length, path).toBe(1);
      expect(text, path).not.toMatch(/undefined|NaN|\[object/);
    }
    expect(page(folder, 'clusters/').body.textContent).toContain('В этом выпуске кластеров нет');
    expect(page(folder, 'en/quality/').body.textContent).toContain('no boundaries');
    expect(page(folder, 'schools/oz-001/').body.textContent).not.toContain('Статус и основания');
  });
});
