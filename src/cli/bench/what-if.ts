import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../chromium.ts';
import { serve } from '../serve.ts';
import { flags } from './explorer.ts';
import { median } from './grown.ts';
import { inflate } from './inflate.ts';

const patience = { timeout: 180_000 };
const thresholds = [25, 30, 35, 40, 28, 32, 20, 45, 30];
const units = ['procedure_subject_grade', 'procedure_subject', 'procedure'];
const warm = 3;

/** Another threshold and unit, as a reader who tries rules asks; milliseconds from the question to the list on the page. */
async function ask(page: Page, run: number): Promise<number> {
  const answers = () => performance.getEntriesByName('what-if:answer').length;
  const before = await page.evaluate(answers);
  await page.locator('[name=threshold]').fill(String(thresholds[run % thresholds.length]));
  await page.locator('[name=unit]').selectOption(units[run % units.length] ?? '');
  await page.locator('#what-if-form [type=submit]').click();
  await page.waitForFunction(
    (n) => performance.getEntriesByName('what-if:answer').length > n,
    before,
    patience,
  );
  return page.evaluate(() => performance.getEntriesByName('what-if:answer').at(-1)?.duration ?? 0);
}

/** Answers of a site's page, warm. */
async function answers(browser: Browser, site: string): Promise<number[]> {
  const preview = await serve(site, 4600);
  const page = await browser.newPage();
  try {
    await page.goto(`${preview.address}explore/what-if/`, patience);
    const times: number[] = [];
    for (let run = 0; run < warm + 12; run++) times.push(await ask(page, run));
    return times.slice(warm);
  } finally {
    await page.close();
    await preview.close();
  }
}

/**
 * The page of changed rules in Chromium: who is identified under another threshold and unit, over the whole cube of the
 * built site and of 4 and 16 times its schools, each as often as the other; the first answers are not counted.
 */
export async function benchWhatIf(site: string): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-bench-'));
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  const rows = [
    ['what-if in Chromium, changed rule → list on the page', 'results', 'median ms', 'slowest ms', '× demo'],
  ];
  let [own, demo] = [0, 0];
  try {
    for (const times of [1, 4, 16]) {
      const place = join(folder, String(times));
      const results = await inflate(site, place, Math.max(1, times * demo));
      demo ||= results;
      const found = await answers(browser, place);
      own ||= median(found);
      rows.push([
        `×${times}`,
        results.toLocaleString('en'),
        median(found).toFixed(0),
        Math.max(...found).toFixed(0),
        (median(found) / own).toFixed(1),
      ]);
      rmSync(place, { recursive: true, force: true });
    }
    return rows;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
