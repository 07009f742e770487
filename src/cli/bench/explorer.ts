import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findChromium } from '../chromium.ts';
import { type Preview, serve } from '../serve.ts';
import { regionTable } from './explorer-region.ts';
import { durations, jsonStart, ms, patience, reached, startTable } from './explorer-start.ts';
import { inflate } from './inflate.ts';
import { jsonPage } from './json-page.ts';
import { newestEnginePages } from './newest-engine.ts';
import { packedSite } from './packed.ts';
import { renderers } from './phone.ts';

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
const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0;
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

/** Bytes in use after a collection. */
async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
  return usedSize;
}

async function redraws(
  browser: Browser,
  address: string,
  rounds: number,
): Promise<{ ready: number; changes: number[] }> {
  const page = await browser.newPage();
  try {
    await page.goto(`${address}explore/`, patience);
    const ready = await reached(page, 'explorer:engine-ready');
    await reached(page, 'explorer:changes');
    for (let round = 0; round < rounds; round++)
      for (const [name, value] of filters) await change(page, name, value);
    const all = await durations(page, 'explorer:redraw');
    return { ready, changes: all.slice(-rounds * filters.length) };
  } finally {
    await page.close();
  }
}

interface Memory {
  heap: number;
  /** Of the process: the page, its worker and the engine's own memory. */
  resident: number;
}

function resident(): number {
  const sizes = renderers().map((pid) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return 1024 * Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  });
  return Math.max(...sizes);
}

/** Memory of the page after the first 20 and after all of a long run of changes, by a fixed sequence. */
async function heapOver(browser: Browser, address: string, changes: number): Promise<Memory[]> {
  const page = await browser.newPage();
  try {
    const session = await page.context().newCDPSession(page);
    await page.goto(`${address}explore/`, patience);
    await reached(page, 'explorer:changes');
    let seed = 7;
    const found: Memory[] = [];
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
      if ([20, 100, changes].includes(i + 1)) {
        await page.waitForTimeout(1000);
        found.push({ heap: await heap(session), resident: resident() });
      }
    }
    return found;
  } finally {
    await page.close();
  }
}

/** What a part of the bench stands on. */
interface Ground {
  browser: Browser;
  site: string;
  /** Rows of `results` that the larger size has at least. */
  rows: number;
  folder: string;
  open(path: string): Promise<Preview>;
}

const both = (values: readonly number[]): string[] => [
  `median ${ms(quantile(values, 0.5))}`,
  `p95 ${ms(quantile(values, 0.95))}`,
];
const redrawHead = ['filter → all views redrawn', 'median', 'p95'];

/** The pieces of the bench, each by itself short enough to have the machine to itself. */
const parts: Record<string, (ground: Ground) => Promise<string[][]>> = {
  start: async ({ browser, site, folder, open }) => {
    const pages = join(folder, 'baseline');
    await jsonPage(site, pages);
    const newest = await newestEnginePages(site, pages);
    const own = join(folder, 'own');
    await packedSite(site, own);
    return startTable(browser, await open(own), await open(pages), newest);
  },
  redraws: async ({ browser, site, folder, open }) => {
    const pages = join(folder, 'redraws');
    await jsonPage(site, pages);
    const [, json] = await jsonStart(browser, (await open(pages)).address);
    const { changes: own } = await redraws(browser, (await open(site)).address, 5);
    return [
      redrawHead,
      ['(b) page with all rows as JSON, two charts only (baseline)', ...both(json)],
      [`explorer, demo set, ${own.length} changes`, ...both(own)],
    ];
  },
  large: async ({ browser, site, folder, rows, open }) => {
    const count = (await inflate(site, join(folder, 'large'), rows)).toLocaleString('en');
    const { address } = await open(join(folder, 'large'));
    const { ready, changes: found } = await redraws(browser, address, 2);
    return [
      redrawHead,
      [`explorer, ${count} rows in one region, ${found.length} changes`, ...both(found)],
      ['its engine and data ready, unthrottled', ms(ready), ''],
    ];
  },
  heap: async ({ browser, site, open }) => {
    const found = await heapOver(browser, (await open(site)).address, 500);
    const line = (name: string, of: (one: Memory) => number) => [
      name,
      ...found.map((one) => `${(of(one) / 1e6).toFixed(1)} MB`),
    ];
    return [
      ['memory after random changes', '20', '100', '500'],
      line('heap of the page, collected', (one) => one.heap),
      line('its process, with worker and engine', (one) => one.resident),
    ];
  },
  region: ({ browser, folder, rows, open }) =>
    regionTable(browser, open, join(folder, 'country'), Math.max(rows, 2_000_000)),
};

/** Names of the parts. */
export const explorerParts: readonly string[] = Object.keys(parts);

/**
 * The explorer of a built site in Chromium against a page of JSON and the engine's newest release: start, redraws at two
 * sizes, heap.
 * @param rows of `results` that the larger size has at least
 * @param only one of `explorerParts`; all without it
 */
export async function* benchExplorer(site: string, rows: number, only?: string): AsyncGenerator<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-bench-'));
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  const previews: Preview[] = [];
  const open = async (path: string) => {
    const preview = await serve(path, 4600);
    previews.push(preview);
    return preview;
  };
  try {
    for (const [name, part] of Object.entries(parts))
      if (only === undefined || only === name) yield await part({ browser, site, rows, folder, open });
  } finally {
    await browser.close();
    for (const preview of previews) await preview.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
