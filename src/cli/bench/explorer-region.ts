import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { openNative } from '../../query/native.ts';
import { makeHub } from '../hub/hub.ts';
import { intactRelease } from '../release.ts';
import type { Preview } from '../serve.ts';
import { demoData } from '../start.ts';
import { writeCountry } from './country-regions.ts';
import { measured } from './measured.ts';

const patience = { timeout: 180_000 };
const own = '05';

/** A hub with the regions' folders beside it, as one host would serve them; region 05 is a whole site. */
async function country(folder: string, regions: number, rows: number): Promise<string> {
  const below = join(folder, 'regions');
  const hub = join(folder, 'hub');
  const engine = await openNative({ memoryLimit: '1GB' });
  try {
    const size = { regions, schools: 470 * regions, rows };
    await writeCountry(engine, below, size, intactRelease(demoData).folder);
  } finally {
    await engine.close();
  }
  rmSync(join(below, own), { recursive: true });
  const to = ['--out', join(below, own), '--base', `/${own}/`, '--embeds', 'none'];
  measured(['scripts/build.ts', '--data', demoData, ...to]);
  const { faults } = await makeHub({
    ...{ regions: below, out: hub, work: join(folder, 'work'), base: '/' },
    ...{ site: undefined, lake: undefined },
  });
  if (faults.length > 0) throw new Error(faults.map(({ id }) => id).join());
  for (let id = 1; id <= regions; id++) {
    const name = String(id).padStart(2, '0');
    if (existsSync(join(below, name))) symlinkSync(resolve(below, name), join(hub, name));
  }
  return hub;
}

/**
 * A country of regions, each of the demo's size or more: the way from the hub's page into the explorer of one of them,
 * and what was fetched on it.
 * @param rows of `results` in the whole country
 * @throws Error when anything was fetched of another region
 */
export async function regionTable(
  browser: Browser,
  open: (path: string) => Promise<Preview>,
  folder: string,
  rows: number,
): Promise<string[][]> {
  const regions = Math.max(5, Math.ceil(rows / 190_000));
  const { address } = await open(await country(folder, regions, rows));
  const page = await browser.newPage();
  const asked: { path: string; bytes: Promise<number> }[] = [];
  // Of the whole browser: the engine's worker asks as well. A packed file's length is that of what goes over the wire.
  page.context().on('response', (response) => {
    const path = new URL(response.url()).pathname;
    const bytes = response.headerValue('content-length').then((length) => Number(length ?? 0));
    asked.push({ path, bytes });
  });
  await page.goto(address, patience);
  await page.locator(`a[href="/${own}/explore/"]`).click();
  const there = () => performance.getEntriesByName('explorer:changes').length > 0;
  await page.waitForFunction(there, undefined, patience);
  const sum = async (test: (path: string) => boolean): Promise<[number, number]> => {
    const found = asked.filter(({ path }) => test(path));
    const bytes = await Promise.all(found.map((one) => one.bytes));
    return [found.length, bytes.reduce((total, one) => total + one, 0)];
  };
  const inOwn = (path: string) => path.startsWith(`/${own}/`);
  const inOther = (path: string) => /^\/\d\d\//.test(path) && !inOwn(path);
  const foreign = asked.filter(({ path }) => inOther(path)).map(({ path }) => path);
  if (foreign.length > 0) throw new Error(`fetched of another region: ${foreign.join(', ')}`);
  const line = async (name: string, test: (path: string) => boolean) => {
    const [requests, bytes] = await sum(test);
    return [name, String(requests), `${(bytes / 1e6).toFixed(2)} MB`];
  };
  await page.close();
  const size = rows.toLocaleString('en');
  return [
    [`from the hub of ${regions} regions, ${size} rows, into one explorer`, 'requests', 'on the wire'],
    await line('the hub’s own page', (path) => !/^\/\d\d\//.test(path)),
    await line('the region: tables', (path) => inOwn(path) && path.endsWith('.parquet')),
    await line('the region: page, code and engine', (path) => inOwn(path) && !path.endsWith('.parquet')),
    await line('other regions', inOther),
  ];
}
