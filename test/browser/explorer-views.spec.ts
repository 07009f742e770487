import { expect, type Page, test } from '@playwright/test';

const loaded = async (page: Page, url: string) => {
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('explorer:chart').length > 0, null, {
    timeout: 40_000,
  });
};
const changesLoaded = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('explorer:changes').length > 0, null, {
    timeout: 40_000,
  });
const count = async (page: Page) =>
  Number(/\d+/.exec(await page.locator('#explorer-count').innerText())?.[0] ?? 0);

test('brushing the distribution narrows the other views, and undo gives them back', async ({ page }) => {
  await loaded(page, '/explore/?procedure=vpr&subject=mathematics');
  await changesLoaded(page);
  const before = await count(page);
  expect(before).toBeGreaterThan(200);
  const svg = page.locator('#explorer-shares svg');
  // Hovering waits until the chart stands still: parts of the page are laid out only when they come into sight.
  const width = (await svg.boundingBox())?.width ?? 0;
  await svg.hover({ position: { x: width * 0.35, y: 100 } });
  const box = await svg.boundingBox();
  if (!box) throw new Error('no chart');
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 120, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => count(page)).toBeLessThan(before / 2);
  expect(new URL(page.url()).searchParams.get('share')).toMatch(/^\d+(\.\d)?\.\.\d+(\.\d)?$/);
  await expect(page.locator('#explorer-list tbody tr')).toHaveCount(await count(page));
  await expect(page.locator('#explorer-chart > svg')).toContainText('выбранные школы');
  await page.getByRole('button', { name: 'Отменить' }).click();
  await expect.poll(() => count(page)).toBe(before);
});

test('the fields do what the mouse does, by keyboard', async ({ page }) => {
  await loaded(page, '/explore/?procedure=vpr&subject=mathematics');
  await page.locator('.more-filters summary').click();
  await page.locator('[name=index_to]').fill('40');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect.poll(() => new URL(page.url()).searchParams.get('index')).toBe('-1000..40');
  await expect.poll(() => count(page)).toBeLessThan(200);
  await page.locator('[name=locality]').selectOption('rural');
  await expect.poll(() => new URL(page.url()).searchParams.get('locality')).toBe('rural');
  await expect(page.locator('.more-filters [data-count]')).toHaveText('2');
  await expect(page.locator('#explorer-status')).toContainText('Индекс благополучия: -1000 … 40');
});

test('presets, keys and saved views', async ({ page }) => {
  await loaded(page, '/explore/');
  await changesLoaded(page);
  await page.getByRole('button', { name: 'Улучшение подтверждено' }).click();
  await expect(page.locator('#explorer-list tbody tr').first()).toContainText('улучшение подтверждено');
  expect(page.url()).toContain('status=improved');
  page.once('dialog', (dialog) => dialog.accept('Мой вид <b>'));
  await page.locator('h1').click();
  await page.keyboard.press('s');
  await expect(page.locator('#explorer-saved')).toContainText('Мой вид <b>');
  await page.keyboard.press('r');
  await expect.poll(() => page.url()).not.toContain('status=');
  await page.getByRole('link', { name: 'Мой вид' }).click();
  await expect.poll(() => page.url()).toContain('status=improved');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a click on the map chooses the municipality', async ({ page }) => {
  await loaded(page, '/explore/');
  await changesLoaded(page);
  const place = page.locator('#explorer-map .place').nth(3);
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  if (!box) throw new Error('no map');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => new URL(page.url()).searchParams.get('municipality')).toMatch(/^\d{8}$/);
});

test('the common filters answer without the engine', async ({ page }) => {
  await page.route('**/*.wasm', () => {});
  await page.goto('/explore/');
  await page.locator('select[name=subject]').selectOption('mathematics');
  await page.locator('select[name=municipality]').selectOption('09701000');
  await expect(page.locator('#explorer-caption')).toContainText('Математика');
  await expect(page.locator('#explorer-table tbody tr')).toHaveCount(1);
  await expect(page.locator('#explorer-views')).toBeHidden();
});

test('the engine’s first answer leaves the chart of the small file as it stands', async ({ page }) => {
  await page.goto('/explore/?procedure=oge&subject=mathematics&municipality=09701000');
  await page.waitForFunction(() => performance.getEntriesByName('explorer:quick').length > 0);
  await page.evaluate(() => document.querySelector('#explorer-chart > svg')?.setAttribute('data-mine', ''));
  await page.waitForFunction(() => performance.getEntriesByName('explorer:chart').length > 0, null, {
    timeout: 40_000,
  });
  await expect(page.locator('#explorer-chart > svg[data-mine]')).toBeVisible();
});

test('damaged and outdated parts of the address are named', async ({ page }) => {
  await loaded(page, '/explore/?cluster=9&share=abc&from=1900&locality=rural');
  const status = page.locator('#explorer-status');
  for (const value of ['9', 'abc', '1900']) await expect(status).toContainText(`«${value}»`);
  await page.locator('.more-filters summary').click();
  await expect(page.locator('[name=locality]')).toHaveValue('rural');
});

test('what if: a lower threshold lets schools in, as link and CSV', async ({ page }) => {
  await page.goto('/explore/what-if/');
  await page.locator('[name=threshold]').fill('20');
  await page.getByRole('button', { name: 'Посчитать' }).click();
  await page.waitForFunction(() => performance.getEntriesByName('what-if:answer').length > 0, null, {
    timeout: 40_000,
  });
  await expect(page.locator('#what-if-summary')).toContainText('Входят:');
  await expect(page.locator('#what-if-table tbody tr').first()).toContainText('входит');
  expect(new URL(page.url()).searchParams.get('threshold')).toBe('20');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toContain('synthetic');
  const summary = await page.locator('#what-if-summary').innerText();
  await page.goto(page.url());
  await expect(page.locator('#what-if-summary')).toHaveText(summary, { timeout: 40_000 });
  await page.goto('/explore/what-if/?threshold=500&unit=pupil');
  await expect(page.locator('#what-if-status')).toContainText('«500», «pupil»', { timeout: 40_000 });
});
