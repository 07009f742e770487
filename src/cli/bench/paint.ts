import {
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import type { Latest } from '../../contract/public.ts';
import { findChromium } from '../chromium.ts';
import { serve } from '../serve.ts';
import { throttle } from './explorer.ts';

/** A page that loads one school as JSON and draws its works with Plot: what the school's page is measured against. */
const page = `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>JSON</title><div id="charts"></div>
<script src="d3.min.js"></script><script src="plot.umd.min.js"></script><script src="page.js"></script></html>`;

/** Apart from the page, because the policy of a preview lets no script run inside of one. */
const script = `fetch('school.json').then((r) => r.json()).then(({ school, results }) => {
  const box = document.getElementById('charts');
  box.append(Object.assign(document.createElement('h1'), { textContent: school.name }));
  for (const [work, rows] of d3.groups(results, (r) => r.procedure + ' ' + r.subject)) {
    const points = rows.filter((r) => r.below_threshold_low !== null);
    box.append(work, Plot.plot({ width: 340, marks: [
      Plot.line(points, { x: 'year', y: (r) => r.below_threshold_low / r.participants_low, fy: 'grade' })] }));
  }
});
`;

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
const runs = 7;

/** The school with the longest page. */
function largest(site: string): string {
  const pages = globSync('schools/*/index.html', { cwd: site });
  const size = (path: string) => statSync(join(site, path)).size;
  const [first] = pages.toSorted((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  return first?.split('/')[1] ?? '';
}

function schoolJson(site: string, school: string, folder: string): void {
  const { release } = JSON.parse(readFileSync(join(site, 'data/latest.json'), 'utf8')) as Latest;
  const target = join(folder, 'json');
  mkdirSync(target);
  writeFileSync(join(target, 'index.html'), page);
  writeFileSync(join(target, 'page.js'), script);
  copyFileSync(join(site, 'data', release, 'schools', `${school}.json`), join(target, 'school.json'));
  copyFileSync('node_modules/d3/dist/d3.min.js', join(target, 'd3.min.js'));
  copyFileSync('node_modules/@observablehq/plot/dist/plot.umd.min.js', join(target, 'plot.umd.min.js'));
  for (const name of ['404.html', 'index.html']) symlinkSync(resolve(site, name), join(folder, name));
}

/** First contentful paints of cold visits on a throttled phone, ms, ascending. */
async function paints(browser: Browser, url: string): Promise<number[]> {
  const found: number[] = [];
  for (let run = 0; run < runs; run++) {
    const tab = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await throttle(tab);
    await tab.goto(url, { timeout: 180_000 });
    const name = 'first-contentful-paint';
    await tab.waitForFunction((one) => performance.getEntriesByName(one).length > 0, name);
    found.push(await tab.evaluate((one) => performance.getEntriesByName(one)[0]?.startTime ?? 0, name));
    await tab.close();
  }
  return found.sort((a, b) => a - b);
}

/** First contentful paint of the school with the longest page: its page, a page of JSON and Plot, and the explorer. */
export async function benchPaint(site: string): Promise<string[][]> {
  const school = largest(site);
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-bench-'));
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  schoolJson(site, school, folder);
  const [own, baseline] = [await serve(site, 4650), await serve(folder, 4660)];
  try {
    const measured: [string, number[]][] = [
      [
        'page of JSON and Plot, the same school (baseline)',
        await paints(browser, `${baseline.address}json/`),
      ],
      [`school page ${school}`, await paints(browser, `${own.address}schools/${school}/`)],
      ['explorer', await paints(browser, `${own.address}explore/`)],
    ];
    const middle = (values: readonly number[]) => values[Math.floor(values.length / 2)] ?? 0;
    const base = middle(measured[0]?.[1] ?? []);
    const head = 'first contentful paint, phone (4× CPU, 1.6 Mbit/s, 150 ms)';
    return [
      [head, `median of ${runs}`, 'least–most', '× baseline'],
      ...measured.map(([name, all]) => [
        name,
        `${middle(all).toFixed(0)} ms`,
        `${all[0]?.toFixed(0)}–${all.at(-1)?.toFixed(0)} ms`,
        (middle(all) / base).toFixed(2),
      ]),
    ];
  } finally {
    await browser.close();
    await own.close();
    await baseline.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
