import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleScript, drawEmbeds } from '../../src/cli/embeds.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { releasesIn } from '../../src/site/releases.ts';
import * as set from '../support.ts';

const { lines, other, row, sourceSet } = set;
const draw = async (data: string) => {
  const out = set.temporaryFolder();
  const releases = releasesIn(data).map(({ release }) => release);
  await drawEmbeds(data, releases, { out, base: '/', site: 'https://data.example.org' });
  return (path: string) => readFileSync(join(out, path), 'utf8');
};

beforeAll(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

describe('embeds over two releases', () => {
  let earlier: (path: string) => string;
  let later: (path: string) => string;
  let [first, second] = ['', ''];

  beforeAll(async () => {
    const one = await set.run(sourceSet({ 'a.csv': lines(row, other) }), { preset: 'public' });
    earlier = await draw(one.out);
    const corrected = row.replace('40;6;14', '40;12;8');
    const two = await set.run(sourceSet({ 'a.csv': lines(corrected) }), { out: one.out, preset: 'public' });
    later = await draw(one.out);
    [first, second] = [one.release, two.release];
  });

  it('a frozen one keeps its picture and its numbers to the byte, and says what the newer release changed', () => {
    for (const file of ['chart.svg', 'chart-narrow.svg', 'data.csv', 'data-excel.csv']) {
      const path = `embed/${first}/dynamics/sch001/${file}`;
      expect(later(path), file).toBe(earlier(path));
    }
    const page = later(`embed/${first}/dynamics/sch001/index.html`);
    expect(page).toContain('15\u00a0% (6 из 40)');
    expect(page).toContain(`Это выпуск ${first}. Есть более новый.`);
    expect(page).toContain('исправление данных');
    expect(page).toContain(`data/releases/#${second}`);
    expect(earlier(`embed/${first}/dynamics/sch001/index.html`)).not.toContain('Есть более новый');
  });

  it('a live one moves', () => {
    expect(earlier('embed/dynamics/sch001/index.html')).toContain('15\u00a0% (6 из 40)');
    expect(later('embed/dynamics/sch001/index.html')).toContain('30\u00a0% (12 из 40)');
    expect(later('embed/dynamics/sch001/chart.svg')).toBe(later(`embed/${second}/dynamics/sch001/chart.svg`));
  });

  it('of a school that a later release lacks the frozen one works and the live one explains', () => {
    expect(later(`embed/${first}/dynamics/sch002/index.html`)).toContain('В новом выпуске этой школы нет.');
    expect(later(`embed/${first}/dynamics/sch002/chart.svg`)).toBe(
      earlier(`embed/${first}/dynamics/sch002/chart.svg`),
    );
    const live = later('en/embed/dynamics/sch002/index.html');
    expect(live).toContain(
      `Release ${second} does not have this school. The last release with it: ${first}.`,
    );
    expect(live).toContain(`href="/en/embed/${first}/dynamics/sch002/"`);
  });

  it('names its oEmbed file, whose frame is the live chart', () => {
    expect(later('embed/dynamics/sch001/index.html')).toContain(
      '<link rel="alternate" type="application/json+oembed" href="oembed.json">',
    );
    const answer = JSON.parse(later('embed/dynamics/sch001/oembed.json')) as Record<string, string>;
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 720, height: 560 });
    expect(answer.html).toContain('src="https://data.example.org/embed/dynamics/sch001/"');
  });
});

it('a name made to break markup stays text in page, picture and snippet', async () => {
  const name = `СОШ <img src=x onerror=alert(1)> & "1" ]]> </svg><script>alert(2)</script>`;
  const hostile = `sch001;"${name.replaceAll('"', '""')}";m1;Первый район;2023;5;Математика;40;6;14;12;8`;
  const { out, release } = await set.run(sourceSet({ 'a.csv': lines(hostile) }), { preset: 'public' });
  const read = await draw(out);
  for (const file of ['index.html', 'chart.svg', 'chart-narrow.svg']) {
    const text = read(`embed/${release}/dynamics/sch001/${file}`);
    expect(text, file).toContain('&lt;img');
    expect(text, file).not.toContain('<img src=x');
    expect(text, file).not.toContain('<script>alert');
  }
});

const xmllint = spawnSync('xmllint', ['--version']).status === 0;
if (!xmllint) console.warn('skipped: xmllint is not installed; apt-get install libxml2-utils');

it.skipIf(!xmllint)(
  'every picture is XML by another reader, names what it shows, and loads nothing',
  async () => {
    const { out, release } = await set.run(sourceSet({ 'a.csv': lines(row, other) }), { preset: 'public' });
    const site = set.temporaryFolder();
    await drawEmbeds(out, [release], { out: site, base: '/', site: undefined });
    const pictures = filesBelow(site).filter((path) => path.endsWith('.svg'));
    expect(pictures.length).toBeGreaterThan(20);
    const { status, stderr } = spawnSync('xmllint', [
      '--noout',
      '--nonet',
      ...pictures.map((path) => join(site, path)),
    ]);
    expect([status, String(stderr)]).toEqual([0, '']);
    for (const path of pictures) {
      const text = readFileSync(join(site, path), 'utf8');
      expect(text, path).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/);
      expect(text, path).toContain(release);
      expect(text.replace('http://www.w3.org/2000/svg', ''), path).not.toMatch(
        /https?:|<script|var\(|currentColor/,
      );
    }
  },
);

it('the script for other people’s pages stays under 3 KB, that of an embed under 1', async () => {
  expect((await bundleScript('host.ts')).length).toBeLessThanOrEqual(3072);
  expect((await bundleScript('frame.ts')).length).toBeLessThanOrEqual(1024);
});

it('the live files are the frozen ones on disk: nothing is stored twice', async () => {
  const { out, release } = await set.run(sourceSet({ 'a.csv': lines(row) }), { preset: 'public' });
  const site = set.temporaryFolder();
  await drawEmbeds(out, [release], { out: site, base: '/', site: undefined });
  const inode = (path: string) => statSync(join(site, path)).ino;
  expect(inode('embed/dynamics/sch001/chart.svg')).toBe(inode(`embed/${release}/dynamics/sch001/chart.svg`));
  expect(existsSync(join(site, 'embed/dynamics/sch001/index.html'))).toBe(true);
});
