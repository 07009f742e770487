import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { Latest, MunicipalityFile } from '../../src/contract/public.ts';

const { release } = JSON.parse(readFileSync('.cache/demo/site/data/latest.json', 'utf8')) as Latest;
const { schools } = JSON.parse(
  readFileSync(`.cache/demo/site/data/${release}/municipalities/09701000.json`, 'utf8'),
) as MunicipalityFile;
const ids = schools.map(({ school_id }) => school_id);

const answers = (page: Page) => page.evaluate(() => performance.getEntriesByName('compare:answer').length);
async function answered(page: Page, before: number): Promise<void> {
  await page.waitForFunction((n) => performance.getEntriesByName('compare:answer').length > n, before, {
    timeout: 40_000,
  });
}

test('two schools and their municipality side by side, as link, table and CSV', async ({ page }) => {
  const whom = `${ids[0]} ${ids[1]} 09701000`;
  const tables = new Map<string, number>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.parquet')) return;
    expect(tables.has(pathname), pathname).toBe(false);
    tables.set(pathname, Number(response.headers()['content-length']));
  });
  await page.goto(`/explore/compare/?procedure=vpr&subject=mathematics&with=${encodeURIComponent(whom)}`);
  await answered(page, 0);
  await expect(page.locator('#compare-charts svg')).toHaveCount(3);
  // None of the release's own tables, which are six times as large.
  for (const path of tables.keys()) expect(path).toMatch(/^\/explore\/tables\//);
  expect(tables.size).toBe(8);
  expect([...tables.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(400_000);
  const years = page.locator('#compare-years tbody tr');
  await expect(years).toHaveCount(3);
  const first = await years.first().innerText();
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-csv=years]').click()]);
  const csv = readFileSync(await file.path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(4);
  for (const id of [ids[0], ids[1], '09701000']) expect(csv).toContain(`${id},`);
  // The last year's cohorts stand open, those before are folded.
  const later = await page.locator('#compare-cohorts tbody tr').allInnerTexts();
  expect(later.length).toBeGreaterThan(0);
  for (const row of later) expect(row).toMatch(/→ \d\u00a0класс,\u00a02025/);
  await expect(page.locator('#compare-earlier table')).toBeHidden();
  await page.locator('#compare-earlier-part summary').click();
  await expect(page.locator('#compare-earlier table')).toBeVisible();
  await expect(page.locator('#compare-earlier')).not.toContainText('→ 5\u00a0класс,\u00a02025');
  const before = await answers(page);
  await page.locator(`[data-remove="${ids[1]}"]`).click();
  await answered(page, before);
  await expect(years).toHaveCount(2);
  expect(new URL(page.url()).searchParams.get('with')).toBe(`${ids[0]} 09701000`);
  await page.goBack();
  await expect(years).toHaveCount(3);
  expect(await years.first().innerText()).toBe(first);
});

test('a seventh is not taken, and an address with strangers is explained', async ({ page }) => {
  const seven = [...ids.slice(0, 6), '09701000'].join(' ');
  await page.goto(`/explore/compare/?with=${encodeURIComponent(seven)}`);
  await answered(page, 0);
  await expect(page.locator('#compare-charts svg')).toHaveCount(6);
  await expect(page.locator('#compare-status')).toContainText('«09701000»');
  await page.goto(`/explore/compare/?with=${encodeURIComponent(`${ids[0]} nobody '--`)}&locality=9`);
  await answered(page, 0);
  await expect(page.locator('#compare-charts svg')).toHaveCount(1);
  for (const value of ['«nobody»', "«'--»", '«9»'])
    await expect(page.locator('#compare-status')).toContainText(value);
});

test('other weights of the traits give other similar schools, and the published ones come back', async ({
  page,
}) => {
  await page.goto(`/explore/compare/?with=${ids[0]}&near=${ids[0]}`);
  await answered(page, 0);
  const rows = page.locator('#compare-similar tbody tr');
  const published = await rows.allInnerTexts();
  expect(published.length).toBeGreaterThan(3);
  const selects = page.locator('#compare-similar-form select:not([name=near])');
  const names = await selects.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).name));
  for (const name of names.slice(1)) {
    const before = await answers(page);
    await page.locator(`#compare-similar-form [name=${name}]`).selectOption('0');
    await answered(page, before);
  }
  expect(await rows.allInnerTexts()).not.toEqual(published);
  const before = await answers(page);
  await page.locator('#compare-weights').click();
  await answered(page, before);
  expect(await rows.allInnerTexts()).toEqual(published);
});
