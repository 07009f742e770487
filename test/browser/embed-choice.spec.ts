import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { release, school, site, test } from './abroad.ts';

test('an address with parameters leads to the chart; a wrong one is explained and shows nothing of itself', async ({
  page,
}) => {
  await page.goto(`/embed/?chart=dynamics&school=${school}&release=${release}&lang=en&theme=dark`);
  await page.waitForURL(`**/en/embed/${release}/dynamics/${school}/#dark`);
  for (const [query, said] of [
    ['chart=pie&school=1', 'такого графика нет'],
    ['chart=dynamics&school=%3Cscript%3Ealert(1)%3C/script%3E', 'написан неверно'],
    ['chart=dynamics&school=sch1&lang=fr', 'такого языка нет'],
    ['chart=dynamics&school=sch1&release=x', 'название выпуска'],
    [`chart=dynamics&school=${'a'.repeat(5000)}`, 'такого графика нет'],
    ['chart=dynamics&school=sch000000', 'Такого графика на сайте нет'],
  ]) {
    await page.goto(`/embed/?${query}`);
    await expect(page.locator('[data-open]')).toContainText(said ?? '');
    expect(await page.locator('[data-open]').innerHTML()).not.toContain('<');
  }
});

test('the dialog gives every snippet in the chosen language, colours and version, and a PNG of twice the size', async ({
  page,
}) => {
  // A school's page loads six files at most: its links lead to the page of the chart instead.
  const area = '09701000';
  await page.goto(`/municipalities/${area}/`);
  await page.locator('a[data-embed][data-chart=dynamics]').first().click();
  const dialog = page.locator('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog.locator('textarea')).toHaveCount(8);
  const areas = () =>
    dialog.locator('textarea').evaluateAll((all) => all.map((area) => (area as HTMLTextAreaElement).value));
  expect((await areas())[0]).toContain(`${site}/embed/dynamics/${area}/#vpr-russian"`);
  await dialog.locator('select').nth(0).selectOption('en');
  await dialog.locator('select').nth(1).selectOption('dark');
  await dialog.locator('select').nth(2).selectOption('frozen');
  for (const text of (await areas()).slice(0, 4)) expect(text).toContain(release);
  expect((await areas())[0]).toContain(`/en/embed/${release}/dynamics/${area}/#vpr-russian--dark`);
  await expect(dialog.frameLocator('iframe').locator('#vpr-russian')).toBeVisible();
  const button = dialog.getByRole('button', { name: /PNG/ });
  await button.scrollIntoViewIfNeeded();
  // The frame is a process of its own: for a moment after scrolling the browser still gives it what is pressed here.
  await page.waitForTimeout(500);
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const png = readFileSync((await file.path()) ?? '');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(752 * 2);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('without scripts the link under a chart leads to the same snippets', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site });
  const page = await context.newPage();
  await page.goto(`/schools/${school}/`);
  await page.locator('a[data-embed][data-chart=dynamics]').nth(1).click();
  await expect(page.locator('#share')).toBeVisible();
  await expect(page.locator('#share pre').first()).toContainText('<iframe');
  await expect(page.locator('.section:visible')).toHaveCount(1);
  await context.close();
});

test('the own page of a chart has the choice of the dialog for the part that was asked for', async ({
  page,
  open,
}) => {
  await page.goto(`/schools/${school}/`);
  const link = page.locator('a[data-embed][data-chart=marks]').last();
  const part = await link.getAttribute('data-section');
  await link.click();
  const share = page.locator('#share');
  await expect(share.locator('textarea')).toHaveCount(8);
  await expect(page.locator(`.section[id="${part}"]`)).toBeVisible();
  // The preview opens at the same part and must not scroll the page around it.
  await expect(share.frameLocator('iframe').locator(`.section[id="${part}"]`)).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const first = () => share.locator('textarea').first().inputValue();
  expect(await first()).toContain(`${site}/embed/marks/${school}/#${part}"`);
  await share.locator('select').nth(2).selectOption('frozen');
  expect(await first()).toContain(`/embed/${release}/marks/${school}/#${part}"`);
  await expect(share.frameLocator('iframe').locator(`.section[id="${part}"]`)).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    share.getByRole('button', { name: /PNG/ }).click(),
  ]);
  expect(readFileSync((await file.path()) ?? '').readUInt32BE(16)).toBe((340 + 32) * 2);
  // In a frame nothing of it is loaded.
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await open(page, `<iframe src="${site}/embed/marks/${school}/"></iframe>`);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.includes('share'))).toEqual([]);
});
