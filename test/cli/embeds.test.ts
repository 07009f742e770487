import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleScript, drawEmbeds } from '../../src/cli/embeds.ts';
import { readScope } from '../../src/embeds/scope.ts';
import { filesBelow } from '../../src/publish/files.ts';
import { releasesIn } from '../../src/site/releases.ts';
import * as set from '../support.ts';

const { lines, other, row, sourceSet } = set;
const site = 'https://data.example.org';
const names = (data: string) => releasesIn(data).map(({ release }) => release);
const draw = async (data: string, kept?: string) => {
  const out = set.temporaryFolder();
  const told = await drawEmbeds(data, names(data), {
    ...{ out, base: '/', site },
    ...(kept === undefined ? {} : { kept }),
  });
  return Object.assign((path: string) => readFileSync(join(out, path), 'utf8'), { out, told, data });
};

let earlier: Awaited<ReturnType<typeof draw>>;
let later: Awaited<ReturnType<typeof draw>>;
let [first, second] = ['', ''];
const kept = set.temporaryFolder();

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const one = await set.run(sourceSet({ 'a.csv': lines(row, other) }), { preset: 'public' });
  earlier = await draw(one.out, kept);
  const corrected = row.replace('40;6;14', '40;12;8');
  const two = await set.run(sourceSet({ 'a.csv': lines(corrected) }), { out: one.out, preset: 'public' });
  later = await draw(one.out, kept);
  [first, second] = [one.release, two.release];
});

describe('embeds over two releases', () => {
  it('a frozen one keeps its picture and its numbers to the byte, and says what the newer release changed', () => {
    for (const file of ['chart.svg', 'chart-narrow.svg', 'data.csv', 'data-excel.csv', 'oembed.json']) {
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
      `Release ${second} does not have this school or municipality. The last release with it: ${first}.`,
    );
    expect(live).toContain(`href="/en/embed/${first}/dynamics/sch002/"`);
  });

  it('names its oEmbed file by the whole address; a live one gives the live chart, a frozen one stays frozen', () => {
    for (const folder of ['embed/dynamics/sch001/', `embed/${first}/dynamics/sch001/`]) {
      expect(later(`${folder}index.html`)).toContain(
        `<link rel="alternate" type="application/json+oembed" href="${site}/${folder}oembed.json">`,
      );
      const answer = JSON.parse(later(`${folder}oembed.json`)) as Record<string, string>;
      expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 720, height: 560 });
      expect(answer.html).toContain(`src="${site}/${folder}"`);
      expect(answer.url).toBe(`${site}/${folder}`);
    }
  });

  it('the older release is not drawn a second time: its files are those of the first build on disk', () => {
    expect([earlier.told.drawn, later.told.drawn]).toEqual([1, 1]);
    const picture = `embed/${first}/dynamics/sch001/chart.svg`;
    expect(statSync(join(later.out, picture)).ino).toBe(statSync(join(earlier.out, picture)).ino);
  });

  it('a drawing that was cut short is drawn again', async () => {
    const [name = ''] = readdirSync(kept).filter((one) => one.startsWith(first));
    const picture = join(kept, name, `embed/${first}/dynamics/sch001/chart.svg`);
    rmSync(picture);
    writeFileSync(picture, '<svg');
    const out = set.temporaryFolder();
    const data = resolve(earlier.data);
    const { drawn } = await drawEmbeds(data, names(data), { ...{ out, base: '/', site }, kept });
    expect(drawn).toBe(1);
    expect(readFileSync(join(out, `embed/${first}/dynamics/sch001/chart.svg`), 'utf8')).toBe(
      earlier(`embed/${first}/dynamics/sch001/chart.svg`),
    );
  });
});

describe('a site that leaves charts out', () => {
  const drawn = async (words: string) => {
    const scope = readScope(words);
    if ('wrong' in scope) throw new Error(scope.wrong);
    const out = set.temporaryFolder();
    await drawEmbeds(later.data, names(later.data), { ...{ out, base: '/', site: undefined }, scope });
    return Object.assign(filesBelow(out), { out });
  };

  it('has no file of what was left out, and all of the rest', async () => {
    const files = await drawn('latest,school,dynamics,ru');
    expect(files.filter((path) => /^(en\/)?embed\/dynamics\//.test(path))).toEqual([
      ...['chart.svg', 'data.csv', 'index.html', 'oembed.json'].map(
        (name) => `embed/dynamics/sch001/${name}`,
      ),
      ...['chart.svg', 'index.html'].map((name) => `embed/dynamics/sch002/${name}`),
    ]);
    expect(files.filter((path) => path.startsWith('en/') || path.includes(first))).toEqual([]);
    expect(files.filter((path) => path.startsWith('embed/') && !path.includes('/dynamics/'))).toEqual([]);
  });

  it('without charts of older releases still says at the live address of a school that is gone where its data are', async () => {
    const files = await drawn('latest,school,dynamics,ru');
    const page = readFileSync(join(files.out, 'embed/dynamics/sch002/index.html'), 'utf8');
    expect(page).toContain(`В выпуске ${second} этой школы или муниципалитета нет.`);
    expect(page).toContain(`href="/data/${first}/schools/sch002.json"`);
    const picture = readFileSync(join(files.out, 'embed/dynamics/sch002/chart.svg'), 'utf8');
    expect(picture).toContain(`<title>В выпуске ${second} этой школы`);
  });

  it('has none at all where it wants none; downloads stay', async () => {
    const files = await drawn('none');
    expect(files.filter((path) => path.includes('embed/'))).toEqual([]);
    expect(files).toContain(`data/${first}.zip`);
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

it.skipIf(!xmllint)('every picture is XML by another reader, names what it shows, and loads nothing', () => {
  const pictures = filesBelow(later.out).filter((path) => path.endsWith('.svg'));
  expect(pictures.length).toBeGreaterThan(20);
  const { status, stderr } = spawnSync('xmllint', [
    '--noout',
    '--nonet',
    ...pictures.map((path) => join(later.out, path)),
  ]);
  expect([status, String(stderr)]).toEqual([0, '']);
  for (const path of pictures) {
    const text = later(path);
    expect(text, path).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/);
    expect(text, path).toContain(path.includes(first) ? first : second);
    expect(text.replace('http://www.w3.org/2000/svg', ''), path).not.toMatch(
      /https?:|<script|var\(|currentColor/,
    );
  }
});

it('the script for other people’s pages stays under 3 KB, that of an embed under 1', async () => {
  expect(Buffer.byteLength(await bundleScript('host.ts'))).toBeLessThanOrEqual(3072);
  expect(Buffer.byteLength(await bundleScript('frame.ts'))).toBeLessThanOrEqual(1024);
});

it('the live pictures and numbers are the frozen ones on disk: nothing is stored twice', () => {
  const inode = (path: string) => statSync(join(later.out, path)).ino;
  for (const name of ['chart.svg', 'data.csv'])
    expect(inode(`embed/dynamics/sch001/${name}`), name).toBe(
      inode(`embed/${second}/dynamics/sch001/${name}`),
    );
  expect(existsSync(join(later.out, 'embed/dynamics/sch001/index.html'))).toBe(true);
});
