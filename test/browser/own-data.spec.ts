import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, type Page, test } from '@playwright/test';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const folder = 'test/files/layouts/vpr-2021';
const book = `${folder}/Проведение работы по математике, 4 класс. ВПР 2021.xlsx`;

const header = 'Код;Вариант;1 (1б);2 (2б);Класс;Пол;Отметка за предыдущий триместр;Итого баллов';
const csv = (rows: readonly string[], name = 'ВПР 2021 математика 6 класс.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${header}\n${rows.join('\n')}\n`),
});

async function open(page: Page, path = '/explore/own-data/'): Promise<void> {
  await page.goto(path);
  await expect(page.locator('#own-file')).toBeEnabled();
  // There is nothing yet to print or to forget.
  await expect(page.locator('#own-print')).toBeHidden();
}

const choose = (page: Page, file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
  page.locator('#own-file').setInputFiles(file);

/** Drops a file as the hand does: with a DataTransfer of the browser itself. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, data }) => {
      const files = new DataTransfer();
      files.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name));
      return files;
    },
    { name, data: bytes.toString('base64') },
  );
  await page.locator('#own-drop').dispatchEvent('drop', { dataTransfer: transfer });
}

test('after a workbook is dropped, nothing is requested and nothing is stored', async ({ page, context }) => {
  const asked: string[] = [];
  let dropped = false;
  context.on('request', (request) => {
    // A file made on the device is no request to anybody.
    if (dropped && !request.url().startsWith('blob:')) asked.push(request.url());
  });
  await open(page);
  dropped = true;
  await drop(page, book.split('/').at(-1) ?? '', readFileSync(book));
  await expect(page.getByRole('heading', { name: 'Школа, параллели, классы' })).toBeVisible();
  await page.locator('#own-school').selectOption('sch223080');
  await page.locator('#own-basic').fill('1, 6');
  await page.locator('#own-basic').blur();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать CSV' }).first().click();
  expect((await saved).suggestedFilename()).toBe('razbor-vpr-classes.csv');
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    location.search + location.hash,
  ]);
  expect(kept).toEqual([0, 0, '', 0, 0, '']);
  dropped = false;
  await page.reload();
  await expect(page.locator('#own-file')).toBeEnabled();
  await expect(page.locator('#own-answer')).toBeEmpty();
  expect(await page.locator('#own-file').inputValue()).toBe('');
});

test('closing the tab forgets the file', async ({ page, context }) => {
  await open(page);
  await choose(page, csv(['60001;1;1;2;6А;ж;4;3']));
  await expect(page.locator('#own-answer table').first()).toBeVisible();
  await page.close();
  const next = await context.newPage();
  await open(next);
  await expect(next.locator('#own-answer')).toBeEmpty();
  expect(await next.evaluate(() => [localStorage.length, sessionStorage.length, history.state])).toEqual([
    0,
    0,
    null,
  ]);
});

test('a file of 300 MB is refused before a byte of it is read, and the next one is analysed', async ({
  page,
}, info) => {
  const path = info.outputPath('ВПР 2021 математика 6 класс.csv');
  mkdirSync(dirname(path), { recursive: true });
  // A hole in a file takes no disk.
  writeFileSync(path, '');
  truncateSync(path, 300 * 2 ** 20);
  await open(page);
  await choose(page, path);
  await expect(page.getByRole('alert')).toContainText('Что делать');
  await expect(page.getByRole('alert')).toContainText('64');
  await choose(page, csv(['60001;1;1;2;6А;ж;4;3']));
  await expect(page.locator('#own-status')).toContainText('Прочитано учеников: 1');
});

test('the figures are those of the file, and the region’s stand beneath', async ({ page }) => {
  await open(page);
  await choose(page, csv(['60001;1;1;2;6А;ж;4;3', '60002;2;0;X;6А;м;3;1', '60003;2;1;0;6Б;м;3;11']));
  const table = page.getByRole('region', { name: /^Школа, параллели, классы/ });
  const row = (name: string) =>
    table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  // The scale of 2021, mathematics, grade 6: 6, 10, 14.
  await expect(row('Все по файлу').getByRole('cell')).toHaveText([
    '3',
    '2 (67 %)',
    '0 (0 %)',
    '1 (33 %)',
    '0 (0 %)',
    '33 %',
    '33 %',
    /%/,
    '5,0',
    '3,0',
  ]);
  await expect(row('6Б').getByRole('cell').first()).toHaveText('1');
  await expect(table.getByRole('row').filter({ hasText: '2021 (опубликовано)' })).not.toHaveCount(0);
  await expect(page.getByRole('region', { name: /^Черновик/ })).toContainText('60002');
  await page.locator('#own-mark-3').fill('2');
  await page.locator('#own-mark-3').blur();
  await expect(row('Все по файлу').getByRole('cell').nth(1)).toHaveText('1 (33 %)');
});

test('a wrong file is explained, and the next one is read', async ({ page }) => {
  await open(page);
  await choose(page, {
    name: 'фото.xlsx',
    mimeType: 'image/png',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
  });
  await expect(page.getByRole('alert')).toContainText('Что делать');
  await choose(page, csv(['60001;1;1;2;6А;ж;4;3']));
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.locator('#own-status')).toContainText('Прочитано учеников: 1');
  await page.getByRole('button', { name: 'Забыть файл' }).click();
  await expect(page.locator('#own-answer')).toBeEmpty();
});

test('hostile texts of a file run nothing and draw nothing', async ({ page }) => {
  await open(page);
  const hostile = '<img src=x onerror=document.title=1>';
  await choose(page, csv([`${hostile};1;1;2;${hostile};ж;4;3`], `${hostile} 2021 математика 6 класс.csv`));
  await expect(page.locator('#own-answer')).toContainText('onerror');
  await expect(page.locator('#own-answer img')).toHaveCount(0);
  expect(await page.title()).not.toBe('1');
});

test('a large file shows progress and keeps the page usable', async ({ page }) => {
  await open(page);
  const rows = Array.from(
    { length: 60_000 },
    (_, i) => `${100_000 + i};1;${i % 2};${i % 3};6А;ж;4;${i % 17}`,
  );
  await choose(page, csv(rows));
  await expect(page.locator('#own-status')).toContainText('60000', { timeout: 30_000 });
  await expect(page.getByRole('region', { name: /^Каждый ученик/ }).getByRole('row')).toHaveCount(201);
});

for (const lang of ['', 'en/']) {
  test(`without fault for assistive technology, with an analysis on it: /${lang}`, async ({ page }) => {
    await open(page, `/${lang}explore/own-data/`);
    await choose(page, csv(['60001;1;1;2;6А;ж;4;3', '60002;2;0;X;6А;м;3;1']));
    await expect(page.locator('#own-answer table').first()).toBeVisible();
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe: checker } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const found = await checker.run();
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    });
    expect(violations).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page explains, and gives the template and the way without a browser', async ({ page }) => {
    await page.goto('/explore/own-data/');
    await expect(page.locator('noscript p').filter({ hasText: 'Без JavaScript' })).toBeVisible();
    await expect(page.getByText('npm run ingest -- inspect')).toBeVisible();
    const href = await page.getByRole('link', { name: 'Скачать шаблон' }).getAttribute('href');
    const template = await page.request.get(href ?? '');
    expect(await template.text()).toContain('Итого баллов');
  });
});
