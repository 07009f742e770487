import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { tableFromIPC } from 'apache-arrow';

const answers = (page: Page) => page.evaluate(() => performance.getEntriesByName('sql:answer').length);

async function answered(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await answers(page);
  await act();
  await page.waitForFunction((n) => performance.getEntriesByName('sql:answer').length > n, before, {
    timeout: 30_000,
  });
}

const editor = (page: Page) => page.locator('.cm-content');
const link = (text: string) => `/explore/sql/#sql=${encodeURIComponent(text)}`;

async function open(page: Page, text: string): Promise<void> {
  await page.goto(link(text));
  await expect(editor(page)).toBeVisible();
  await expect(page.locator('#sql-status')).toContainText('из ссылки');
}

const run = (page: Page) => page.getByRole('button', { name: 'Выполнить' }).click();

test('a worked question is answered, drawn and linked', async ({ page }) => {
  await answered(page, () => page.goto('/explore/sql/?question=municipalities-last-year'));
  await expect(page.locator('#sql-table tbody tr')).toHaveCount(32);
  await expect(page.locator('#sql-figure svg')).toBeVisible();
  await page.locator('#sql-kind').selectOption('dots');
  await page.locator('#sql-across').selectOption('participants');
  await expect(page.locator('#sql-figure svg circle')).toHaveCount(32);
  expect(page.url()).toContain('question=municipalities-last-year');
});

test('the library opens in the editor, and Back returns', async ({ page }) => {
  await page.goto('/explore/sql/');
  await expect(editor(page)).toBeVisible();
  await page.locator('summary', { hasText: 'Сколько школ каждого кластера' }).click();
  await answered(page, () =>
    page.locator('[data-question=clusters-by-municipality]').getByRole('link').click(),
  );
  await expect(editor(page)).toContainText('cluster_2');
  expect(page.url()).toContain('question=clusters-by-municipality');
});

test('an indicator’s page leads to its very SQL', async ({ page }) => {
  await page.goto('/indicators/low-results-share/');
  await answered(page, () => page.getByRole('link', { name: 'Выполнить этот запрос' }).click());
  await expect(page.locator('#sql-note')).toContainText('Это тот самый запрос');
  const text = await (await page.request.get('/indicators/low-results-share.sql')).text();
  await expect(editor(page)).toContainText(text.split('\n')[0] ?? '');
});

test('typing completes names of the schema, and Ctrl+Enter runs', async ({ page }) => {
  await page.goto('/explore/sql/');
  await editor(page).click();
  await page.keyboard.type('SELECT count(*) AS n FROM munici');
  await expect(page.locator('.cm-tooltip-autocomplete')).toContainText('municipalities');
  // For a moment after the list opens Enter still breaks the line, lest a fast writer take what he did not see.
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  await expect(editor(page)).toHaveText('SELECT count(*) AS n FROM municipalities');
  await answered(page, () => page.keyboard.press('Control+Enter'));
  await expect(page.locator('#sql-table td')).toHaveText(['32']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor(page)).not.toBeFocused();
});

test('an error says where it is, and marks it', async ({ page }) => {
  await open(page, 'SELECT year\nFROM resultz');
  await run(page);
  await expect(page.locator('#sql-error')).toContainText('Такой таблицы или функции нет', {
    timeout: 30_000,
  });
  await page.getByRole('button', { name: 'Строка 2, знак 6' }).click();
  await expect(page.locator('.sql-error-place')).toHaveText('resultz');
  await expect(editor(page)).toBeFocused();
});

test('a query from a link waits for the reader; a damaged link is explained', async ({ page }) => {
  await open(page, 'SELECT 42 AS n');
  await page.waitForTimeout(300);
  expect(await answers(page)).toBe(0);
  await answered(page, () => run(page));
  await expect(page.locator('#sql-table td')).toHaveText(['42']);
  await page.goto('/explore/sql/?indicator=../../etc');
  await expect(page.locator('#sql-status')).toContainText('повреждён');
  await page.goto('/explore/sql/?x#sql=%E0%A4');
  await expect(page.locator('#sql-status')).toContainText('повреждён');
});

test('a cross join of everything is stopped, and the console lives on', async ({ page }) => {
  await open(page, 'SELECT count(*) FROM results a, results b, results c WHERE a.year + b.year > c.year');
  await run(page);
  await expect(page.locator('#sql-status')).toContainText('Идёт расчёт', { timeout: 30_000 });
  await page.waitForTimeout(500);
  await page.getByRole('button', { name: 'Остановить' }).click();
  await expect(page.locator('#sql-status')).toContainText('остановлен');
  await page.goto(link('SELECT 7 AS n'));
  await answered(page, () => run(page));
  await expect(page.locator('#sql-table td')).toHaveText(['7']);
});

test('a query that wants all memory fails, and the next one runs', async ({ page }) => {
  await open(page, 'SELECT list(a.entity_id || b.entity_id || b.subject) AS x FROM results a, results b');
  await run(page);
  await expect(
    page
      .locator('#sql-status, #sql-error')
      .filter({ hasText: /памяти|memory/i })
      .first(),
  ).toBeVisible({
    timeout: 50_000,
  });
  await page.goto(link('SELECT 8 AS n'));
  await answered(page, () => run(page));
  await expect(page.locator('#sql-table td')).toHaveText(['8']);
});

test('nothing is read but the tables, and nothing leaves the site', async ({ page, baseURL }) => {
  const outside: string[] = [];
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? '') && !/^(blob|data):/.test(url)) outside.push(url);
  });
  await open(page, "SELECT * FROM read_csv_auto('https://example.org/x.csv')");
  await run(page);
  await expect(page.locator('#sql-error')).toContainText('Файлы и сеть', { timeout: 30_000 });
  for (const text of ["ATTACH 'a.db'", 'INSTALL httpfs', 'LOAD httpfs', "COPY results TO 'a.csv'"]) {
    await page.goto(link(text));
    await expect(editor(page)).toContainText(text.slice(0, 6));
    await run(page);
    await expect(page.locator('#sql-error')).toContainText('Консоль только читает');
  }
  expect(outside).toEqual([]);
});

test('the answer is saved as CSV, Parquet and Arrow', async ({ page }) => {
  await open(page, "SELECT -5 AS a, '=1+1' AS b, 'Ёлка' AS c");
  await answered(page, () => run(page));
  const saved = async (name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/synthetic.*answer\.(csv|parquet|arrow)$/);
    return readFileSync(await file.path());
  };
  expect((await saved('CSV')).toString()).toBe('\uFEFFa,b,c\r\n-5,"\'=1+1",Ёлка\r\n');
  expect((await saved('Parquet')).subarray(0, 4).toString()).toBe('PAR1');
  expect(
    tableFromIPC(await saved('Arrow'))
      .getChildAt(2)
      ?.get(0),
  ).toBe('Ёлка');
});

test('strings from the data are inert', async ({ page }) => {
  await open(page, 'SELECT \'<img src=x onerror=alert(1)>\' AS "<b>a</b>", 1 AS n');
  page.on('dialog', () => expect('dialog').toBe('none'));
  await answered(page, () => run(page));
  await expect(page.locator('#sql-table td').first()).toHaveText('<img src=x onerror=alert(1)>');
  await expect(page.locator('#sql-answer img, #sql-chart img')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the console explains itself, leads to the downloads and shows its library', async ({ page }) => {
    await page.goto('/explore/sql/');
    await expect(page.locator('#sql-form')).toBeHidden();
    expect(await page.locator('main noscript').textContent()).toContain('Без JavaScript консоль не работает');
    await expect(page.getByRole('link', { name: 'Скачать таблицы' }).last()).toBeVisible();
    await page.locator('summary', { hasText: 'Сколько школ каждого кластера' }).click();
    await expect(page.locator('[data-question=clusters-by-municipality] pre')).toContainText('SELECT');
  });
});

test('the plain field answers where the editor cannot be had', async ({ page }) => {
  await page.route('**/editor*.js', (route) => route.abort());
  await page.goto(link('SELECT 9 AS n'));
  await expect(page.locator('#sql-text')).toHaveValue('SELECT 9 AS n');
  await page.locator('#sql-text').focus();
  await answered(page, () => page.keyboard.press('Control+Enter'));
  await expect(page.locator('#sql-table td')).toHaveText(['9']);
});
