import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { Latest, SchoolFile } from '../../src/contract/public.ts';
import { heard } from './heard.ts';
import { kinds, school, shareOf, shares } from './kinds.ts';

const { release } = JSON.parse(readFileSync('.cache/demo/site/data/latest.json', 'utf8')) as Latest;
const home = `http://127.0.0.1:${process.env.DINAMIKA_TEST_PORT ?? '4391'}`;

/** Collects what a page asks of others, fails at and says in the console. */
function watch(page: Page): string[] {
  const seen = heard(page);
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== home && protocol !== 'blob:' && protocol !== 'data:')
      seen.push(`foreign: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) seen.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => seen.push(`failed: ${request.url()}`));
  return seen;
}

/** Sheets of A4 that a page is printed on. */
const sheetsOf = async (page: Page): Promise<number> =>
  (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** A4 less the margins of the print style, CSS pixels: a page that is wider is shrunk by the browser to fit. */
const sheetWidth = Math.floor(((210 - 2 * 10) / 25.4) * 96);

/** How wide a page is on paper, and its smallest letters in text and in charts, in points. */
async function onPaper(page: Page): Promise<{ width: number; text: number; charts: number }> {
  await page.setViewportSize({ width: sheetWidth, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => {
    const points = (pixels: number) => (pixels * 72) / 96;
    const shown = (element: Element) => element.getClientRects().length > 0;
    const texts = [...document.querySelectorAll('main :is(p, li, td, th)')].filter(shown);
    const letters = [...document.querySelectorAll('main .works .chart text')].filter(shown);
    const size = (element: Element) => points(parseFloat(getComputedStyle(element).fontSize));
    const drawn = (text: Element) => size(text) * ((text as SVGTextElement).getScreenCTM()?.a ?? 1);
    return {
      width: document.documentElement.scrollWidth,
      text: Math.min(...texts.map(size)),
      charts: Math.min(...letters.map(drawn)),
    };
  });
  await page.emulateMedia({ media: null });
  return seen;
}

/** Addresses that a page gives as its own, and its names in other languages. */
const ownAddresses = (page: Page) =>
  page
    .locator('link[rel=canonical], link[hreflang]')
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));

/** How wide a page is in a window of this width. */
async function widthIn(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 700 });
  return page.evaluate(() => document.documentElement.scrollWidth);
}

for (const lang of ['ru', 'en'])
  for (const share of shares)
    test(`pages ask no other origin, fail at nothing, say nothing in the console, call the data invented, do not scroll sideways and do not name this machine: ${lang}, part ${share + 1}`, async ({
      context,
    }) => {
      test.setTimeout(120_000);
      const invented = lang === 'en' ? /invented|synthetic/i : /вымышлен/i;
      for (const path of shareOf(kinds, share).map((kind) => (lang === 'en' ? `/en/${kind}` : `/${kind}`))) {
        // A tab of its own: what a page still loads while it is left is no failure of the next.
        const page = await context.newPage();
        const seen = watch(page);
        await page.goto(path, { waitUntil: 'networkidle' });
        await expect.soft(page.locator('h1'), path).toHaveCount(1);
        await expect.soft(page.locator('html'), path).toHaveAttribute('lang', lang);
        await expect.soft(page.getByRole('note').first(), path).toContainText(invented);
        const named = (await ownAddresses(page)).filter((href) => href.includes('localhost'));
        expect.soft(named, path).toEqual([]);
        for (const room of [320, 180])
          expect.soft(await widthIn(page, room), `${path} at ${room} px`).toBeLessThanOrEqual(room);
        expect.soft(seen, path).toEqual([]);
        await page.close();
      }
    });

test('a closed school is called closed, a new one new', async ({ page }) => {
  await page.goto('/schools/sch981736/');
  await expect(page.getByText('Школа закрыта 31 августа 2020 года')).toBeVisible();
  await expect(page.locator('.summary').first()).not.toContainText('2025');
  await page.goto('/municipalities/09601000/');
  await expect(page.getByRole('listitem').filter({ hasText: 'Дальняя Журавка' })).toContainText(
    'закрыта в 2020 году',
  );
  await page.goto('/en/schools/sch981579/');
  await expect(page.getByText('The school opened on 1 September 2023')).toBeVisible();
});

test('names are marked as Russian on English pages', async ({ page }) => {
  await page.goto(`/en/schools/${school}/`);
  await expect(page.locator('h1')).toHaveAttribute('lang', 'ru');
  await expect(page.locator('.crumbs a').last()).toHaveAttribute('lang', 'ru');
});

for (const [id, status] of [
  [school, 'к кластеру 3'],
  ['sch981555', 'не менее 30\u00a0% участников не преодолели порог'],
  ['sch981736', 'Школа закрыта'],
] as const) {
  test(`${id} is printed on two sheets, with its status, verdicts, cohorts and charts`, async ({ page }) => {
    await page.goto(`/schools/${id}/`);
    expect(await sheetsOf(page)).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('main')).toContainText(status);
    await expect(page.locator('.status, .fate').first()).toBeVisible();
    if (id === 'sch981736') return;
    for (const part of ['.change-word', '.cohorts table', '.dynamics .chart', '.help'])
      await expect(page.locator(part).first()).toBeVisible();
    await expect(page.locator('p.print-only')).toContainText('вместо точного числа');
  });
}

test('the schools with most to print take two sheets in both languages', async ({ page }) => {
  const folder = '.cache/demo/site/schools';
  const size = (id: string) => statSync(`${folder}/${id}/index.html`).size;
  const longest = readdirSync(folder)
    .filter((id) => id.startsWith('sch'))
    .toSorted((a, b) => size(b) - size(a) || (a < b ? -1 : 1))
    .slice(0, 6);
  // Of all schools of the demo these leave the least room.
  for (const id of new Set(['sch981367', 'sch981411', 'sch981555', 'sch981894', 'sch982201', ...longest]))
    for (const lang of ['', 'en/']) {
      await page.goto(`/${lang}schools/${id}/`);
      expect(await sheetsOf(page), `${lang}${id}`).toBe(2);
      const { width, text, charts } = await onPaper(page);
      expect(width, `${lang}${id} is not shrunk`).toBeLessThanOrEqual(sheetWidth);
      expect(text, `${lang}${id}, letters of text`).toBeGreaterThanOrEqual(6.9);
      expect(charts, `${lang}${id}, letters in charts`).toBeGreaterThanOrEqual(6.3);
    }
});

test('a small school tells its sums in words, on the screen and on two sheets', async ({ page }) => {
  await page.goto('/schools/sch981723/');
  const sums = page.locator('#pooled li');
  await expect(
    sums.filter({ hasText: /ВПР по математике, все классы за 2023–2025 годы вместе/ }),
  ).toBeVisible();
  await expect(sums.last()).toContainText('Нельзя показать и сумму');
  expect(await sheetsOf(page)).toBeLessThanOrEqual(2);
  await page.goto('/municipalities/09502000/');
  const rows = page.locator('.small-schools tbody tr');
  await expect(rows).toHaveCount(5);
  await expect(rows.filter({ hasText: 'может быть меньше 10 участников' }).first()).toBeVisible();
});

test('a school page asks six things at most', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`/schools/${school}/`, { waitUntil: 'networkidle' });
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.length, asked.join(' ')).toBeLessThanOrEqual(6);
  expect(asked.filter((url) => url.endsWith('.js'))).toEqual([]);
});

test('an address that does not exist gets the page 404, with status 404', async ({ page }) => {
  const response = await page.goto('/schools/nobody/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.getByRole('link', { name: /школ/i }).first()).toBeVisible();
});

test('the language switch leads to the same page and back', async ({ page }) => {
  await page.goto(`/schools/${school}/`);
  await page.getByRole('link', { name: 'In English' }).click();
  await expect(page).toHaveURL(`/en/schools/${school}/`);
  await page.locator('.other-language').click();
  await expect(page).toHaveURL(`/schools/${school}/`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a school page has its sentences, its charts and the tables with the numbers of its file', async ({
    page,
  }) => {
    await page.goto(`/schools/${school}/`);
    await expect(page.locator('.summary li').first()).toContainText(/20\d\d году/);
    expect(await page.locator('figure svg').count()).toBeGreaterThan(3);
    const file = JSON.parse(
      readFileSync(`.cache/demo/site/data/${release}/schools/${school}.json`, 'utf8'),
    ) as SchoolFile;
    const row = file.results.find(
      ({ procedure, subject, grade, year }) =>
        procedure === 'vpr' && subject === 'mathematics' && grade === 5 && year === 2024,
    );
    expect(row).toBeDefined();
    await page.getByText('Таблица с числами: ВПР. Математика').click();
    const table = page.getByRole('table', { name: 'ВПР. Математика', exact: true });
    const cells = table.locator('tr').filter({ hasText: /^\s*5\s*2024/ });
    await expect(cells).toContainText(String(row?.participants_low));
    await expect(cells).toContainText(String(row?.mark_4_low));
  });

  test('the search box leads to the list of all schools', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('combobox').fill('лицей');
    await page.getByRole('search').getByRole('button').click();
    await expect(page).toHaveURL(/\/schools\//);
    await expect(page).toHaveURL(/q=/);
    await expect(page.locator('noscript p')).toBeVisible();
    expect(await page.locator('noscript p').textContent()).toContain('поиск по названию не работает');
    expect(await page.locator('main a[href^="/schools/"]').count()).toBeGreaterThan(300);
  });

  test('the explorer shows its first chart and table', async ({ page }) => {
    await page.goto('/explore/');
    await expect(page.locator('#explorer-chart > svg')).toBeVisible();
    await expect(page.locator('#explorer-table table')).toBeVisible();
    await expect(page.locator('#explorer-filters select:enabled')).toHaveCount(0);
    await expect(page.locator('noscript p')).toBeVisible();
    expect(await page.locator('noscript p').textContent()).toContain('выбор недоступен');
  });
});

test.describe('search', () => {
  const find = async (page: Page, words: string) => {
    await page.goto('/');
    const box = page.getByRole('combobox');
    await box.click();
    await box.pressSequentially(words, { delay: 5 });
    return page.getByRole('option');
  };

  test('finds a school by number and place and opens it by keyboard alone', async ({ page }) => {
    const options = await find(page, 'сош 1 среднереченск');
    await expect(options.first()).toContainText('СОШ № 1 г. Среднереченск');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/schools/${school}/`);
  });

  for (const words of [
    'школа №1 среднереченск',
    'СРЕДНЕРЕЧЕНСК 1',
    'среднериченск 1',
    'МБОУ СОШ 1 Среднереченск',
  ]) {
    test(`forgives «${words}»`, async ({ page }) => {
      await expect(
        (await find(page, words)).filter({ hasText: 'СОШ № 1 г. Среднереченск' }).first(),
      ).toBeVisible();
    });
  }

  test('Enter alone opens a school only when one is clearly meant', async ({ page }) => {
    const options = await find(page, 'лицей');
    await expect(options.nth(1)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/');
    await expect(page.getByRole('option', { selected: true })).toHaveCount(1);
    await expect((await find(page, school)).first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/schools/${school}/`);
  });

  test('takes up what was typed before it was there', async ({ page }) => {
    await page.goto('/schools/?q=лицей');
    await expect(page.getByRole('combobox')).toHaveValue('лицей');
    await expect(page.getByRole('option').first()).toBeVisible();
  });

  test('says when nothing was found', async ({ page }) => {
    await find(page, 'щщщщъъъ');
    await expect(page.getByRole('status')).not.toBeEmpty();
  });
});
