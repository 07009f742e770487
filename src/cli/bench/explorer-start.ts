import type { Browser, Page } from '@playwright/test';
import type { Preview } from '../serve.ts';
import type { newestEnginePages } from './newest-engine.ts';
import { slowLine, slowly } from './phone.ts';

export const patience = { timeout: 180_000 };
export const ms = (value: number): string => `${value.toFixed(0)} ms`;

/** When a page has set a mark, ms from its navigation; waits for it. */
export async function reached(page: Page, mark: string): Promise<number> {
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, patience);
  return page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? 0, mark);
}

/** How long the measures of a name took, ms, in their order. */
export const durations = (page: Page, name: string): Promise<number[]> =>
  page.evaluate((one) => performance.getEntriesByName(one).map(({ duration }) => duration), name);

const wide = { width: 1280, height: 800 };

/** Milliseconds from the navigation. */
export interface Timed {
  paint: number;
  quick: number;
  ready: number;
  chart: number;
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[1] ?? Number.NaN;

/** Three cold visits of the explorer, two of them until its first answer alone; of three the middle is told. */
async function explorerStart(browser: Browser, address: string, size = wide): Promise<Timed> {
  const early = async (page: Page): Promise<[paint: number, quick: number]> => {
    await page.goto(`${address}explore/`, patience);
    const paint = await reached(page, 'first-contentful-paint');
    return [paint, await reached(page, 'explorer:quick')];
  };
  const visits: [number, number][] = [];
  for (let i = 0; i < 2; i++) {
    const page = await browser.newPage({ viewport: size });
    visits.push(await early(page).finally(() => page.close()));
  }
  const page = await browser.newPage({ viewport: size });
  try {
    visits.push(await early(page));
    const [paint, quick] = [middle(visits.map(([one]) => one)), middle(visits.map(([, one]) => one))];
    const ready = await reached(page, 'explorer:engine-ready');
    return { paint, quick, ready, chart: await reached(page, 'explorer:chart') };
  } finally {
    await page.close();
  }
}

/** A cold visit of the page of JSON, and its redraws. */
export async function jsonStart(
  browser: Browser,
  address: string,
): Promise<[chart: number, redraws: number[]]> {
  const page = await browser.newPage();
  try {
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

/** A page of the newest release of the engine: ready, and its first chart. */
async function newestStart(
  browser: Browser,
  address: string,
  name: 'arrow' | 'arrow-extracts',
): Promise<[number, number]> {
  const page = await browser.newPage();
  try {
    await page.goto(`${address}${name}/`, patience);
    return [await reached(page, 'arrow:ready'), await reached(page, 'arrow:chart')];
  } finally {
    await page.close();
  }
}

interface Starts {
  own: Timed;
  json: number;
  newest: [ready: number, chart: number] | undefined;
  /** With the tables that our build takes out. */
  extracts: [ready: number, chart: number] | undefined;
}

async function startsOf(browser: Browser, own: string, baseline: string, withNewest: boolean, size = wide) {
  const found: Starts = {
    own: await explorerStart(browser, own, size),
    json: (await jsonStart(browser, baseline))[0],
    newest: withNewest ? await newestStart(browser, baseline, 'arrow') : undefined,
    extracts: withNewest ? await newestStart(browser, baseline, 'arrow-extracts') : undefined,
  };
  return found;
}

/** Both cold starts, on this machine as it is and as on a phone. */
export async function startTable(
  browser: Browser,
  site: Preview,
  baseline: Preview,
  newest: Awaited<ReturnType<typeof newestEnginePages>>,
): Promise<string[][]> {
  const fetched = 'version' in newest;
  const plain = await startsOf(browser, site.address, baseline.address, fetched);
  const [line, baseLine] = [await slowLine(site), await slowLine(baseline)];
  const small = { width: 360, height: 740 };
  const phone = await slowly(() => startsOf(browser, line.address, baseLine.address, fetched, small)).finally(
    () => Promise.all([line.close(), baseLine.close()]),
  );
  const both = [plain, phone];
  const times = (name: string, of: (one: Starts) => number | undefined, to: (one: Starts) => string) => [
    name,
    ...both.map((one) => `${ms(of(one) ?? Number.NaN)}${to(one)}`),
  ];
  const ours = (name: string, key: keyof Timed) =>
    times(
      name,
      ({ own }) => own[key],
      ({ own, json }) => ` (${(own[key] / json).toFixed(2)} × b)`,
    );
  const theirs = (name: string, at: 0 | 1, key: keyof Timed, whose: 'newest' | 'extracts' = 'newest') =>
    times(
      name,
      (one) => one[whose]?.[at],
      (one) => {
        const other = one[whose]?.[at];
        return other ? ` (ours ${(one.own[key] / other).toFixed(2)} of it)` : '';
      },
    );
  return [
    ['start, cold', 'this machine', 'phone (¼ of the processor, 1.6 Mbit/s, 150 ms)'],
    times(
      '(b) page with all rows as JSON: first chart (baseline)',
      ({ json }) => json,
      () => '',
    ),
    ours('explorer: first chart, in the HTML, painted', 'paint'),
    ours('explorer: filters answered from small files', 'quick'),
    ours('explorer: engine and data ready', 'ready'),
    ours('explorer: all views drawn by the engine', 'chart'),
    ...('why' in newest
      ? [['(a) newest @duckdb/duckdb-wasm with Arrow', newest.why, '']]
      : [
          theirs(`(a) @duckdb/duckdb-wasm ${newest.version} with Arrow: engine and data ready`, 0, 'ready'),
          theirs('(a) its first chart', 1, 'chart'),
          theirs('the same with the explorer’s own tables: engine and data ready', 0, 'ready', 'extracts'),
        ]),
  ];
}
