import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';

const site = process.env.DINAMIKA_TEST_SITE ?? '.cache/demo/site';

/** The school with the longest page. */
const largest = (): string => {
  const size = (path: string) => statSync(`${site}/${path}`).size;
  const [first = ''] = globSync('schools/*/index.html', { cwd: site }).toSorted((a, b) => size(b) - size(a));
  return `/${first.replace(/index\.html$/, '')}`;
};

const chart = `/embed/dynamics/${globSync('embed/dynamics/*/index.html', { cwd: site }).sort()[0]?.split('/')[2]}/`;

/** Bytes of a file of the site as a host sends it that compresses texts. */
function sent(path: string): number {
  const file = `${site}${path.endsWith('/') ? `${path}index.html` : decodeURIComponent(path)}`;
  if (existsSync(`${file}.br`)) return statSync(`${file}.br`).size;
  const bytes = readFileSync(file);
  return /\.(woff2|png|parquet)$/.test(file) ? bytes.length : gzipSync(bytes).length;
}

/** What a visit with an empty cache costs: KB of scripts, of the engine and of all else, and the shift of the layout. */
async function visit(page: Page, path: string, { frame = false, mark = '' } = {}) {
  const loaded: string[] = [];
  page.on('response', (response) => {
    const { pathname, protocol } = new URL(response.url());
    if (protocol === 'http:' && pathname !== holder) loaded.push(pathname);
  });
  await page.addInitScript(() => {
    const seen = { shift: 0, largest: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.largest = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  if (frame) {
    await page.route(`**${holder}`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe src="${path}" width="340" height="400"></iframe>`,
      }),
    );
  }
  await page.goto(frame ? holder : path, { waitUntil: 'networkidle' });
  // The network rests while the engine starts, and what comes after that is a part of the visit too.
  if (mark !== '') await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark);
  const seen = await page.evaluate(() => ({
    ...(window as unknown as { seen: { shift: number; largest: number } }).seen,
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }));
  const kb = (which: (url: string) => boolean) =>
    loaded.filter(which).reduce((sum, url) => sum + sent(url), 0) / 1024;
  const isEngine = (url: string) => /duckdb|engine/.test(url);
  const all = {
    requests: loaded.length,
    kb: kb((url) => !isEngine(url)),
    script: kb((url) => url.endsWith('.js') && !isEngine(url)),
    engine: kb(isEngine),
    ...seen,
  };
  // Times are told and never judged here: npm run bench -- --only paint measures them on a slowed phone.
  const told = `${all.requests} requests, ${all.kb.toFixed(1)} KB (scripts ${all.script.toFixed(1)}, engine ${all.engine.toFixed(0)}), first paint ${all.first.toFixed(0)} ms, largest ${all.largest.toFixed(0)} ms, shift ${all.shift.toFixed(3)}`;
  test.info().annotations.push({ type: path, description: told });
  return all;
}

/** A foreign page with the chart in a frame; no file of the site. */
const holder = '/frame-of-somebody.html';

test.use({ viewport: { width: 360, height: 740 } });

/** Most of each on a cold visit by phone; `engine` is the database, KB as stored. */
const budgets: [
  name: string,
  path: string,
  most: { requests: number; kb: number; script: number; engine: number },
  how?: { frame?: boolean; mark?: string },
][] = [
  ['home', '/', { requests: 12, kb: 70, script: 15, engine: 0 }],
  ['school', largest(), { requests: 6, kb: 45, script: 0, engine: 0 }],
  [
    ...(['explorer', '/explore/'] as const),
    { requests: 50, kb: 450, script: 190, engine: 3200 },
    { mark: 'explorer:changes' },
  ],
  ['chart in a frame', chart, { requests: 6, kb: 30, script: 1, engine: 0 }, { frame: true }],
];

for (const [name, path, most, how] of budgets) {
  test(`${name}: requests, bytes and a layout that stands still`, async ({ page }) => {
    const cost = await visit(page, path, how);
    expect(cost.requests).toBeLessThanOrEqual(most.requests);
    expect(cost.kb).toBeLessThanOrEqual(most.kb);
    expect(cost.script).toBeLessThanOrEqual(most.script);
    expect(cost.engine).toBeLessThanOrEqual(most.engine);
    // “Good” of Core Web Vitals.
    expect(cost.shift).toBeLessThanOrEqual(0.1);
  });
}
