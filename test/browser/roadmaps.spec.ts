import { expect, type Page, test } from '@playwright/test';

const map = '/roadmaps/demo-2025/';
const rows = (page: Page) => page.locator('tr[data-times]');
const shown = (page: Page) => rows(page).locator('visible=true');
const state = (page: Page, item: string) => page.locator(`#item-${item} .activity-state`);

test('level, section, role and form narrow the list, together and one by one', async ({ page }) => {
  await page.goto(map);
  const all = await rows(page).count();
  expect(all).toBe(14);
  await expect(shown(page)).toHaveCount(all);
  for (const name of ['level', 'section', 'role', 'form']) {
    const field = page.locator(`#roadmap-filter [name=${name}]`);
    const value = (await field.locator('option').nth(1).getAttribute('value')) ?? '';
    await field.selectOption(value);
    const own = await rows(page).evaluateAll(
      (found, [key, wanted]) =>
        found.filter((row) => (row as HTMLElement).dataset[key ?? ''] === wanted).length,
      [name, value],
    );
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(all);
    await expect(shown(page)).toHaveCount(own);
    await expect(page.locator('#roadmap-filter [role=status]')).toContainText(String(own));
    await field.selectOption('');
  }
  await page.locator('[name=level]').selectOption('school');
  await page.locator('[name=form]').selectOption('наставничество');
  await expect(shown(page)).toHaveCount(1);
  await expect(page.locator('.roadmap-group').locator('visible=true')).toHaveCount(1);
});

test('another day gives other states', async ({ page }) => {
  await page.goto(map);
  const day = page.locator('[name=day]');
  await day.fill('2025-01-15');
  await expect(state(page, '1')).toContainText('впереди');
  await expect(state(page, '3')).toContainText('повторяется, следующий срок — до');
  await day.fill('2026-02-20');
  await expect(state(page, '2')).toContainText('срок прошёл');
  await expect(state(page, '1')).toContainText('результат записан');
  await page.locator('[name=state]').selectOption('overdue');
  await expect(shown(page).first()).toContainText('срок прошёл');
  await expect(shown(page).filter({ hasNotText: 'срок прошёл' })).toHaveCount(0);
});

test('by keyboard alone', async ({ page }) => {
  await page.goto('/en/roadmaps/demo-2025/');
  await page.locator('[name=level]').focus();
  await page.keyboard.press('ArrowDown');
  const level = await page.locator('[name=level]').inputValue();
  expect(level).not.toBe('');
  await expect(shown(page)).toHaveCount(await page.locator(`tr[data-level=${level}]`).count());
  await page.keyboard.press('Tab');
  await expect(page.locator('[name=section]')).toBeFocused();
});

test('nothing overflows a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of [
    '/roadmaps/',
    map,
    '/roadmaps/primorye-2021/',
    '/support/',
    '/analysis/',
    '/en/analysis/',
  ]) {
    await page.goto(path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, path).toBeLessThanOrEqual(0);
  }
});

test('print shows the list and the states, not the filter', async ({ page }) => {
  await page.goto(map);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#roadmap-filter')).toBeHidden();
  await expect(shown(page)).toHaveCount(14);
  await expect(state(page, '1')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the whole list is there with the states of the release’s day, and no filter that does nothing', async ({
    page,
  }) => {
    await page.goto(map);
    await expect(shown(page)).toHaveCount(14);
    await expect(page.locator('#roadmap-filter')).toBeHidden();
    await expect(state(page, '1')).toHaveText('результат записан');
    await expect(page.locator('.months li').first()).toBeVisible();
  });
});
