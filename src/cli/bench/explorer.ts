import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../chromium.ts';
import { serve } from '../serve.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
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

const quantile = (values: number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0;

async function redraws(page: Page, rounds: number): Promise<number[]> {
  for (let round = 0; round < rounds; round++) {
    for (const [name, value] of filters) {
      const before = await page.evaluate(() => performance.getEntriesByName('explorer:redraw').length);
      await page.locator(`select[name=${name}]`).selectOption(value);
      await page.waitForFunction((n) => performance.getEntriesByName('explorer:redraw').length > n, before);
    }
  }
  const all = await page.evaluate(() =>
    performance.getEntriesByName('explorer:redraw').map(({ duration }) => duration),
  );
  return all.slice(-rounds * filters.length);
}

/** Time from navigation to the first contentful paint, ms. */
const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0];
          if (entry) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );

/** Counts the bytes that the page itself receives; what its workers fetch is not told to it. */
async function countBytes(page: Page): Promise<() => number> {
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  return () => bytes;
}

/** The explorer of a built site in Chromium, cold: first chart, engine ready, filter to redraw, bytes over the wire. */
export async function benchExplorer(site: string): Promise<string[][]> {
  const preview = await serve(site, 4600);
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  try {
    const page = await browser.newPage();
    const bytes = await countBytes(page);
    await page.goto(`${preview.address}explore/`);
    const paint = await firstPaint(page);
    await page.waitForFunction(() => performance.getEntriesByName('explorer:engine-ready').length > 0);
    const ready = await page.evaluate(
      () => performance.getEntriesByName('explorer:engine-ready')[0]?.startTime ?? 0,
    );
    const times = await redraws(page, 5);
    return [
      ['explorer, unthrottled Chromium, demo set', 'value'],
      ['first chart (in the HTML) painted', `${paint.toFixed(0)} ms`],
      ['engine and data ready', `${ready.toFixed(0)} ms`],
      [
        `filter → chart and table redrawn, median of ${times.length}`,
        `${quantile(times, 0.5).toFixed(0)} ms`,
      ],
      ['filter → chart and table redrawn, p95', `${quantile(times, 0.95).toFixed(0)} ms`],
      [
        'page, scripts and data over the wire (without worker and engine)',
        `${(bytes() / 1e6).toFixed(2)} MB`,
      ],
    ];
  } finally {
    await browser.close();
    await preview.close();
  }
}
