import { expect, type Page, test } from '@playwright/test';

/**
 * What a parent comes for, at 360 px, in steps: a tap, or one thing typed. Reading and scrolling are not steps; a part
 * counts as reached when it stands in the window.
 */
const phone = { width: 360, height: 740 };

async function inWindow(page: Page, text: RegExp): Promise<void> {
  await expect(page.locator('main').getByText(text).filter({ visible: true }).first()).toBeInViewport();
}

test('find my school: three steps', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto('/');
  const box = page.getByRole('combobox');
  await box.click();
  await box.pressSequentially('sosh 1 srednerechensk');
  await page.getByRole('option').filter({ hasText: 'СОШ № 1 г. Среднереченск' }).first().click();
  await expect(page.locator('h1')).toContainText('Среднереченск');
});

test.describe('without JavaScript, from the top of a school page', () => {
  test.use({ javaScriptEnabled: false, viewport: phone });
  const open = (page: Page) => page.goto('/schools/sch981555/');
  const part = (page: Page, name: string) =>
    page.getByRole('navigation', { name: 'На этой странице' }).getByRole('link', { name }).click();

  test('is maths getting better: one step', async ({ page }) => {
    await open(page);
    await part(page, 'Стало ли лучше');
    await inWindow(page, /ВПР, математика, 2025/);
  });

  test('is the change more than chance: two steps', async ({ page }) => {
    await open(page);
    await part(page, 'Стало ли лучше');
    await page.locator('.changes li').filter({ hasText: 'ОГЭ, математика' }).locator('summary').click();
    await inWindow(page, /95-процентный интервал/);
  });

  test('what help does it get: one step', async ({ page }) => {
    await open(page);
    await part(page, 'Помощь школе');
    await inWindow(page, /«500\+» \(2021–2022\): участвует/);
  });

  test('why is this number hidden: two steps, from the chart to its table', async ({ page }) => {
    await open(page);
    await part(page, 'Динамика');
    const work = page.locator('.work').first();
    await work.locator('summary').first().click();
    await expect(work.getByText(/вместо точного числа значит, что оно скрыто/)).toBeVisible();
  });
});
