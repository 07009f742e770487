import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../chromium.ts';
import { type Preview, serve } from '../serve.ts';
import { inflate } from './inflate.ts';
import { jsonPage } from './json-page.ts';
import { newestEnginePage } from './newest-engine.ts';

/** Of every Chromium that a bench starts. */
export const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  '--enable-precise-memory-info',
];
const filters: [string, string][] = [
  ['subject', 'mathematics'],
  ['municipality', '09701000'],
  ['grade', '5'],
  ['grade', ''],
  ['procedure', 'oge'],
  ['municipality', ''],
  ['subject', 'russian'],
  ['procedure', 'vpr'],
];
const patience = { timeout: 180_000 };

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0;
const ms = (value: number): string => `${value.toFixed(0)} ms`;

const reached = async (page: Page, mark: string): Promise<number> => {
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, patience);
  return page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? 0, mark);
};
const durations = (page: Page, name: string): Promise<number[]> =>
  page.evaluate((one) => performance.getEntriesByName(one).map(({ duration }) => duration), name);

async function change(page: Page, name: string, value: string): Promise<void> {
  const before = await page.evaluate(() => performance.getEntriesByName('explorer:redraw').length);
  await page.locator(`select[name=${name}]`).selectOption(value);
  const more = (n: number) => performance.getEntriesByName('explorer:redraw').length > n;
  await page.waitForFunction(more, before, patience);
}

/** A phone: 4 times slower, 1.6 Mbit/s, 150 ms. */
export async function throttle(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  const rate = (1.6 * 1e6) / 8;
  const network = { offline: false, latency: 150, downloadThroughput: rate, uploadThroughput: rate };
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return session;
}

/** Time to the first contentful paint, ms. */
const firstPaint = (page: Page): Promise<number> => reached(page, 'first-contentful-paint');

/** Bytes in use after a collection. */
async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  return usedSize;
}

interface Timed {
  paint: number;
  quick: number;
  ready: number;
  chart: number;
}

async function explorerStart(browser: Browser, address: string, phone: boolean): Promise<Timed> {
  const page = await browser.newPage(phone ? { viewport: { width: 360, height: 740 } } : {});
  try {
    if (phone) await throttle(page);
    await page.goto(`${address}explore/`, patience);
    const paint = await firstPaint(page);
    const quick = await reached(page, 'explorer:quick');
    const ready = await reached(page, 'explorer:engine-ready');
    return { paint, quick, ready, chart: await reached(page, 'explorer:chart') };
  } finally {
    await page.close();
  }
}

async function jsonStart(
  browser: Browser,
  address: string,
  phone: boolean,
): Promise<[chart: number, redraws: number[]]> {
  const page = await browser.newPage();
  try {
    if (phone) await throttle(page);
    await page.goto(`${address}json/`, patience);
    const chart = await reached(page, 'json:chart');
    for (const subject of ['mathematics', 'russian', 'mathematics', 'russian', 'mathematics'])
      for (const place of ['09701000', ''])
        await page.evaluate((wish) => (window as unknown as { choose(change: object): void }).choose(wish), {
          subject,
          place,
        });
    return [chart, (await durations(page, 'json:redraw')).slice(1)];
  } finally {
    await page.close();
  }
}

async function redraws(browser: Browser, address: string, rounds: number): Promise<number[]> {
  const page = await browser.newPage();
  try {
    await page.goto(`${address}explore/`, patience);
    await reached(page, 'explorer:changes');
    for (let round = 0; round < rounds; round++)
      for (const [name, value] of filters) await change(page, name, value);
    return (await durations(page, 'explorer:redraw')).slice(-rounds * filters.length);
  } finally {
    await page.close();
  }
}

/** Heap of the page after the first 20 and after all of a long run of changes, by a fixed sequence. */
async function heapOver(browser: Browser, address: string, changes: number): Promise<[number, number]> {
  const page = await browser.newPage();
  try {
    const session = await page.context().newCDPSession(page);
    await page.goto(`${address}explore/`, patience);
    await reached(page, 'explorer:changes');
    let seed = 7;
    let early = 0;
    for (let i = 0; i < changes; i++) {
      seed = (seed * 48271) % 2147483647;
      const names = ['procedure', 'subject', 'grade', 'municipality', 'cluster', 'locality'] as const;
      await page.evaluate(
        ([name, pick]) => {
          const select = document.querySelector<HTMLSelectElement>(`select[name=${name}]`);
          if (!select) throw new Error(`no ${name}`);
          select.selectedIndex = Number(pick) % select.options.length;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        },
        [names[seed % names.length] ?? '', String(Math.floor(seed / 64))] as const,
      );
      if (i % 10 === 9) await page.waitForTimeout(250);
      if (i === 19) early = await heap(session);
    }
    await page.waitForTimeout(1000);
    return [early, await heap(session)];
  } finally {
    await page.close();
  }
}

/** The newest release of the engine with the same tables: ready, and its first chart. */
async function newestStart(browser: Browser, address: string, phone: boolean): Promise<[number, number]> {
  const page = await browser.newPage();
  try {
    if (phone) await throttle(page);
    await page.goto(`${address}arrow/`, patience);
    return [await reached(page, 'arrow:ready'), await reached(page, 'arrow:chart')];
  } finally {
    await page.close();
  }
}

async function newestRows(
  browser: Browser,
  address: string,
  newest: Awaited<ReturnType<typeof newestEnginePage>>,
  own: readonly Timed[],
): Promise<string[][]> {
  if ('why' in newest) return [['(a) newest @duckdb/duckdb-wasm with Arrow', newest.why, '']];
  const times = [await newestStart(browser, address, false), await newestStart(browser, address, true)];
  const line = (name: string, at: 0 | 1, key: 'ready' | 'chart') => [
    name,
    ...times.map((one, i) => `${ms(one[at])} (ours ${((own[i]?.[key] ?? 0) / one[at]).toFixed(2)} × a)`),
  ];
  return [
    line(`(a) @duckdb/duckdb-wasm ${newest.version} with Arrow: engine and data ready`, 0, 'ready'),
    line('(a) its first chart', 1, 'chart'),
  ];
}

async function startTable(
  browser: Browser,
  site: Preview,
  baseline: Preview,
  newest: Awaited<ReturnType<typeof newestEnginePage>>,
): Promise<string[][]> {
  const rows = [['start, cold', 'unthrottled', 'phone (4× CPU, 1.6 Mbit/s, 150 ms)']];
  const plain = await explorerStart(browser, site.address, false);
  const phone = await explorerStart(browser, site.address, true);
  const [json] = await jsonStart(browser, baseline.address, false);
  const [jsonPhone] = await jsonStart(browser, baseline.address, true);
  rows.push(['(b) page with all rows as JSON: first chart (baseline)', ms(json), ms(jsonPhone)]);
  const line = (name: string, key: keyof Timed) =>
    rows.push([
      name,
      `${ms(plain[key])} (${(plain[key] / json).toFixed(2)} × b)`,
      `${ms(phone[key])} (${(phone[key] / jsonPhone).toFixed(2)} × b)`,
    ]);
  line('explorer: first chart, in the HTML, painted', 'paint');
  line('explorer: filters answered from small files', 'quick');
  line('explorer: engine and data ready', 'ready');
  line('explorer: all views drawn by the engine', 'chart');
  return [...rows, ...(await newestRows(browser, baseline.address, newest, [plain, phone]))];
}

/**
 * The explorer of a built site in Chromium against a page of JSON and the engine's newest release: start, redraws at two
 * sizes, heap.
 * @param rows of `results` that the larger size has at least
 */
export async function benchExplorer(site: string, rows: number): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-bench-'));
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  const previews: Preview[] = [];
  const open = async (path: string) => {
    const preview = await serve(path, 4600);
    previews.push(preview);
    return preview;
  };
  try {
    await jsonPage(site, join(folder, 'baseline'));
    const newest = await newestEnginePage(site, join(folder, 'baseline'));
    const large = await inflate(site, join(folder, 'large'), rows);
    const [own, big, baseline] = [
      await open(site),
      await open(join(folder, 'large')),
      await open(join(folder, 'baseline')),
    ];
    const table = await startTable(browser, own, baseline, newest);
    const [, json] = await jsonStart(browser, baseline.address, false);
    const small = await redraws(browser, own.address, 5);
    const { ready } = await explorerStart(browser, big.address, false);
    const wide = await redraws(browser, big.address, 2);
    const [early, late] = await heapOver(browser, own.address, 500);
    const both = (values: readonly number[]) => [
      `median ${ms(quantile(values, 0.5))}`,
      `p95 ${ms(quantile(values, 0.95))}`,
    ];
    return [
      ...table,
      ['filter → all views redrawn: (b), two charts only', ...both(json)],
      [`explorer, demo set, ${small.length} changes`, ...both(small)],
      [`explorer, ${large.toLocaleString('en')} rows: engine and data ready`, ms(ready), ''],
      [`explorer, ${large.toLocaleString('en')} rows, ${wide.length} changes`, ...both(wide)],
      [
        'heap of the page after 20 and after 500 changes',
        `${(early / 1e6).toFixed(1)} MB`,
        `${(late / 1e6).toFixed(1)} MB`,
      ],
    ];
  } finally {
    await browser.close();
    for (const preview of previews) await preview.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
