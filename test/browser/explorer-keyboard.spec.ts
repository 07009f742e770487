import { expect, type Page, test } from '@playwright/test';
import { heard } from './heard.ts';

const marked = (page: Page, name: string) =>
  page.waitForFunction((one) => performance.getEntriesByName(one).length > 0, name, { timeout: 40_000 });

/** What has the focus, as its name or the end of its id; and whether a reader sees that it has it. */
const focused = (page: Page): Promise<{ name: string; seen: boolean }> =>
  page.evaluate(() => {
    const part = document.activeElement as HTMLElement & { name?: string };
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    const box = part.getBoundingClientRect();
    const seen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && box.width > 0;
    return { name: part.name || part.id.replace('explorer-', '') || part.tagName.toLowerCase(), seen };
  });

/** Goes on by Tab until the part is reached. @returns all that had the focus on the way */
async function tabTo(page: Page, wanted: string, most = 60): Promise<string[]> {
  const way: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const { name, seen } = await focused(page);
    way.push(name);
    expect(seen, `the focus is not seen on ${name}`).toBe(true);
    if (name === wanted) return way;
  }
  throw new Error(`${wanted} is not reached: ${way.join(' ')}`);
}

let said: string[] = [];
test.beforeEach(({ page }) => {
  said = heard(page);
});
test.afterEach(() => expect(said).toEqual([]));

test('the whole explorer is walked with Tab, every filter changed without a mouse, and undone', async ({
  page,
}) => {
  await page.goto('/explore/?procedure=vpr&subject=mathematics');
  await marked(page, 'explorer:changes');
  await tabTo(page, 'procedure');
  expect(await tabTo(page, 'summary')).toEqual(['subject', 'grade', 'municipality', 'summary']);
  await page.keyboard.press('Enter');
  const further = ['from', 'to', 'cluster', 'type', 'locality', 'small', 'programme', 'status'];
  const ranges = ['share', 'change', 'index'].flatMap((name) => [`${name}_from`, `${name}_to`]);
  expect(await tabTo(page, 'index_to')).toEqual([...further, ...ranges]);
  const count = () => page.locator('#explorer-count').innerText();
  const whole = await count();
  // The alternative to the brush on a chart.
  await page.keyboard.type('45');
  await page.keyboard.press('Tab');
  await expect.poll(() => new URL(page.url()).searchParams.get('index')).toBe('-1000..45');
  await expect.poll(count).not.toBe(whole);
  const brushed = await count();
  await page.locator('[name=locality]').focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(count).not.toBe(brushed);
  expect(new URL(page.url()).searchParams.get('locality')).not.toBeNull();
  await page.locator('#explorer-help-open').focus();
  await page.keyboard.press('u');
  await expect.poll(count).toBe(brushed);
  await page.keyboard.press('u');
  await expect.poll(() => page.url()).not.toContain('index=');
  await expect.poll(count).toBe(whole);
  await page.locator('[name=index_to]').focus();
  expect(await tabTo(page, 'note')).toEqual(
    expect.arrayContaining(['preset-low', 'preset-improved', 'reset', 'save', 'help-open', 'note']),
  );
  expect(await tabTo(page, 'sort')).toContain('sort');
  const first = () => page.locator('#explorer-list tbody tr').first().innerText();
  const byName = await first();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.url()).toContain('sort=share');
  await expect.poll(first).not.toBe(byName);
  expect(await tabTo(page, 'section')).toEqual(['section']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/schools\//);
});

test('keys jump to every view; the sheet of keys opens, closes and gives the focus back', async ({
  page,
}) => {
  await page.goto('/explore/');
  await marked(page, 'explorer:changes');
  const titles = ['dynamics-title', 'map-title', 'plane-title', 'distribution-title', 'list-title'];
  for (const [at, title] of titles.entries()) {
    await page.keyboard.press(String(at + 1));
    expect((await focused(page)).name).toBe(title);
  }
  await page.locator('#explorer-help-open').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('отменить последнее изменение');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect((await focused(page)).name).toBe('help-open');
});

test('the schools of “my district” are asked for by district, and refused without one', async ({ page }) => {
  await page.goto('/explore/?procedure=vpr&subject=mathematics');
  await marked(page, 'explorer:changes');
  const preset = page.locator('#explorer-preset-low');
  const dialog = page.getByRole('dialog', { name: 'Какой район?' });
  await preset.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  expect((await focused(page)).name).toBe('district-choice');
  // Nothing is chosen yet: it is not shown.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(page.url()).not.toContain('status=');
  expect((await focused(page)).name).toBe('preset-low');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('status')).toBe('identified');
  const municipality = new URL(page.url()).searchParams.get('municipality');
  expect(municipality).toMatch(/^\d{8}$/);
  const name = await page.locator(`[name=municipality] option[value="${municipality}"]`).textContent();
  const lines = page.locator('#explorer-list tbody tr');
  await expect(lines.filter({ hasNotText: name?.trim() ?? '' })).toHaveCount(0);
  // It is known now.
  await preset.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
});

test('a question is written, answered and saved in the console without a mouse', async ({ page }) => {
  await page.goto('/explore/sql/');
  await expect(page.locator('.cm-content')).toBeVisible();
  await page.locator('h1').click();
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab');
    if (await page.locator('.cm-content').evaluate((part) => part.matches(':focus'))) break;
  }
  await expect(page.locator('.cm-content')).toBeFocused();
  await page.keyboard.type('SELECT count(*) AS n FROM municipalities ');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#sql-table td')).toHaveText(['32'], { timeout: 40_000 });
  // Tab indents nothing here: the way out is not a trap.
  await page.keyboard.press('Escape');
  await tabTo(page, 'sql-csv');
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await saved).suggestedFilename()).toContain('.csv');
});

test('a note is chosen and saved without a mouse', async ({ page }) => {
  await page.goto('/explore/note/');
  await marked(page, 'note:ready');
  await tabTo(page, 'municipality');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[name=school]')).toBeEnabled();
  await page.locator('[name=municipality]').focus();
  expect(await tabTo(page, 'school')).toEqual(['school']);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('#note-sheet')).toContainText('Кластер школы');
  await tabTo(page, 'note-download');
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await saved).suggestedFilename()).toContain('.docx');
});
