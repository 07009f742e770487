import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';
import type { Latest, MunicipalityFile } from '../../src/contract/public.ts';

const { release } = JSON.parse(readFileSync('.cache/demo/site/data/latest.json', 'utf8')) as Latest;
const municipality = JSON.parse(
  readFileSync(`.cache/demo/site/data/${release}/municipalities/09701000.json`, 'utf8'),
) as MunicipalityFile;

/** The first answer of the engine is on the page. */
const drawn = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('explorer:chart').length > 0, null, {
    timeout: 40_000,
  });
const redraws = (page: Page) => page.evaluate(() => performance.getEntriesByName('explorer:redraw').length);

async function choose(page: Page, name: string, value: string): Promise<void> {
  const before = await redraws(page);
  await page.locator(`select[name=${name}]`).selectOption(value);
  await page.waitForFunction((n) => performance.getEntriesByName('explorer:redraw').length > n, before, {
    timeout: 30_000,
  });
}

test('the engine takes over the first chart without changing it', async ({ page }) => {
  await page.goto('/explore/');
  const table = page.locator('#explorer-table table');
  const first = await table.innerText();
  await choose(page, 'subject', 'mathematics');
  expect(await table.innerText()).not.toBe(first);
  await choose(page, 'subject', 'russian');
  expect(await table.innerText()).toBe(first);
});

test('a choice draws what the release says, and the address keeps it', async ({ page }) => {
  await page.goto('/explore/');
  await choose(page, 'procedure', 'oge');
  await choose(page, 'subject', 'mathematics');
  await choose(page, 'municipality', '09701000');
  const oge2024 = municipality.results.find(
    ({ procedure, subject, year }) => procedure === 'oge' && subject === 'mathematics' && year === 2024,
  );
  expect(oge2024?.participants_low).toBeGreaterThan(100);
  expect(page.url()).toContain('municipality=09701000');
  const chart = await page.locator('#explorer-chart > svg').innerHTML();
  const table = await page.locator('#explorer-table table').innerText();
  await page.reload();
  await drawn(page);
  await expect.poll(() => page.locator('#explorer-table table').innerText()).toBe(table);
  expect(await page.locator('#explorer-chart > svg').innerHTML()).toBe(chart);
  await page.goBack();
  await expect(page.locator('select[name=municipality]')).toHaveValue('');
});

test('a procedure offers only its own subjects and grades', async ({ page }) => {
  await page.goto('/explore/');
  await choose(page, 'procedure', 'ege');
  const offered = (name: string) => page.locator(`select[name=${name}] option`).allInnerTexts();
  expect(await offered('subject')).not.toContain('Окружающий мир');
  expect(await offered('grade')).toEqual(['11\u00a0класс']);
  await choose(page, 'procedure', 'vpr');
  await choose(page, 'grade', '5');
  await expect(page.locator('#explorer-status')).toContainText('5 класс');
  await expect(page.locator('#explorer-caption')).toContainText('5 класс');
});

test('twenty quick choices end at the last one', async ({ page }) => {
  await page.goto('/explore/');
  await choose(page, 'procedure', 'vpr');
  await page.evaluate(() => {
    const select = document.querySelector<HTMLSelectElement>('select[name=grade]');
    for (let i = 0; i < 20 && select; i++) {
      select.selectedIndex = i % select.options.length;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  const chosen = await page
    .locator('select[name=grade]')
    .evaluate((select: HTMLSelectElement) => select.value);
  await expect.poll(() => new URL(page.url()).searchParams.get('grade') ?? '').toBe(chosen);
  await page.waitForTimeout(500);
  await expect(page.locator('#explorer-chart > svg')).toBeVisible();
});

test('a damaged address is explained, and the page stays usable', async ({ page }) => {
  await page.goto('/explore/?procedure=nonsense&municipality=%27%3B+DROP+TABLE+results');
  await drawn(page);
  await expect(page.locator('#explorer-status')).toContainText(/nonsense|адрес/i);
  await expect(page.locator('#explorer-chart > svg')).toBeVisible();
});

const engine = readFileSync('node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
const [table = ''] = globSync('.cache/demo/site/explore/tables/*/school_results.parquet');
const results = () => readFileSync(table);

const faults: [string, string, (page: Page) => Promise<unknown>][] = [
  [
    'the engine is missing',
    '**/*.wasm',
    (page) => page.route('**/*.wasm', (route) => route.fulfill({ status: 404 })),
  ],
  [
    'the data is a page of HTML',
    '**/school_results.parquet',
    (page) =>
      page.route('**/school_results.parquet', (route) =>
        route.fulfill({ status: 200, contentType: 'text/html', body: '<p>' }),
      ),
  ],
  [
    'a byte of the data is flipped',
    '**/school_results.parquet',
    (page) =>
      page.route('**/school_results.parquet', (route) => {
        const bytes = results();
        bytes[1000] = (bytes[1000] ?? 0) ^ 1;
        return route.fulfill({ body: bytes });
      }),
  ],
  [
    'the engine is cut short',
    '**/*.wasm',
    (page) =>
      page.route('**/*.wasm', (route) =>
        route.fulfill({ contentType: 'application/wasm', body: engine.subarray(0, 1_000_000) }),
      ),
  ],
  [
    'the engine is a page of HTML',
    '**/*.wasm',
    (page) =>
      page.route('**/*.wasm', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
      ),
  ],
  [
    'a policy of the host forbids the engine',
    '**/engine-worker*',
    (page) =>
      page.route('**/engine-worker*', async (route) => {
        const response = await route.fetch();
        const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";
        const headers = { ...response.headers(), 'content-security-policy': policy };
        await route.fulfill({ response, headers });
      }),
  ],
  [
    'the data is cut short',
    '**/school_results.parquet',
    (page) =>
      page.route('**/school_results.parquet', (route) =>
        route.fulfill({ body: results().subarray(0, 5000) }),
      ),
  ],
  [
    'the data arrives packed and does not say so',
    '**/school_results.parquet',
    (page) =>
      page.route('**/school_results.parquet', (route) => route.fulfill({ body: gzipSync(results()) })),
  ],
  [
    'the network is gone',
    '**/*.parquet',
    (page) => page.route('**/*.parquet', (route) => route.abort('internetdisconnected')),
  ],
];

test('a host that calls the engine by a wrong type, and sends it slowly, is borne', async ({ page }) => {
  let send = () => {};
  const held = new Promise<void>((go) => {
    send = go;
  });
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.fulfill({ contentType: 'application/octet-stream', body: engine });
  });
  await page.goto('/explore/');
  await page.locator('select[name=subject]').selectOption('mathematics');
  // The small files answer meanwhile.
  await expect(page.locator('#explorer-caption')).toContainText('Математика');
  send();
  await drawn(page);
  await expect(page.locator('#explorer-views')).toBeVisible();
});

test('when memory runs out the view stays in the address, and a new engine answers', async ({ page }) => {
  await page.addInitScript(() => {
    // The engine's own words for it, put in place of one answer.
    const post = Worker.prototype.postMessage;
    let broken = false;
    Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]) {
      const data = message as { type?: string; messageId?: number } | null;
      if ((window as { breakNext?: boolean }).breakNext && !broken && data?.type === 'START_PENDING_QUERY') {
        broken = true;
        const fault = { message: 'memory access out of bounds', name: 'RuntimeError' };
        const answer = { messageId: 0, requestId: data.messageId, type: 'ERROR', data: fault };
        this.dispatchEvent(new MessageEvent('message', { data: answer }));
        return;
      }
      Reflect.apply(post, this, [message, ...rest]);
    } as typeof post;
  });
  await page.goto('/explore/?procedure=oge&subject=mathematics');
  await page.waitForFunction(() => performance.getEntriesByName('explorer:changes').length > 0, null, {
    timeout: 40_000,
  });
  await page.evaluate(() => Object.assign(window, { breakNext: true }));
  await page.locator('select[name=municipality]').selectOption('09701000');
  const retry = page.getByRole('button', { name: /ещё раз|снова|повтор/i });
  await expect(retry).toBeVisible();
  await expect(page.locator('#explorer-status')).toContainText(/памят/i);
  await expect(page.locator('#explorer-chart > svg')).toBeVisible();
  expect(page.url()).toContain('municipality=09701000');
  const workers = page.workers().length;
  await retry.click();
  // Small files answer meanwhile and say that schools will follow.
  await expect(page.locator('#explorer-status')).toContainText(/Показано:(?!.*появятся)/, {
    timeout: 40_000,
  });
  await expect(page.locator('#explorer-list tbody tr').first()).toBeVisible();
  expect(page.workers().length).toBe(workers === 0 ? 1 : workers);
});

const weak: [string, object][] = [
  ['saves data', { connection: { saveData: true } }],
  ['has little memory', { deviceMemory: 1 }],
];

for (const [what, device] of weak)
  test(`a device that ${what} is asked first: small files answer until it says yes`, async ({ page }) => {
    await page.addInitScript((traits) => {
      for (const [name, value] of Object.entries(traits))
        Object.defineProperty(navigator, name, { value, configurable: true });
    }, device);
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (/\.(wasm|parquet)$/.test(request.url())) fetched.push(request.url());
    });
    await page.goto('/explore/');
    const ask = page.getByRole('button', { name: 'Загрузить таблицы' });
    // Nobody says yes: every common filter is answered all the same, and the question stays.
    for (const [name, value, word] of [
      ['subject', 'mathematics', 'Математика'],
      ['grade', '5', '5 класс'],
      ['municipality', '09701000', municipality.municipality.name],
    ] as const) {
      await page.locator(`select[name=${name}]`).selectOption(value);
      await expect(page.locator('#explorer-caption')).toContainText(word);
      await expect(ask).toBeVisible();
    }
    expect(fetched).toEqual([]);
    await ask.click();
    await drawn(page);
    await expect(ask).toBeHidden();
    await expect(page.locator('#explorer-list tbody tr').first()).toBeVisible();
  });

test('when the table of changes is damaged the rest stands, and the page says what is missing', async ({
  page,
}) => {
  await page.route('**/school_dynamics.parquet', (route) => route.fulfill({ body: 'no' }));
  await page.goto('/explore/');
  await choose(page, 'subject', 'mathematics');
  await expect(page.locator('#explorer-shares svg')).toBeVisible();
  await expect(page.locator('#explorer-changes-note')).toContainText('Изменений за этот год в выпуске нет');
});

for (const [what, pattern, breakIt] of faults) {
  test(`when ${what} the page says so, keeps its first chart and can try again`, async ({ page }) => {
    await breakIt(page);
    await page.goto('/explore/');
    await page.locator('select[name=subject]').selectOption('mathematics');
    const retry = page.getByRole('button', { name: /ещё раз|снова|повтор/i });
    await expect(retry).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('#explorer-chart > svg')).toBeVisible();
    await page.unroute(pattern);
    // The view asked for when the page fell idle and the one just chosen may fail one after the other.
    await expect(async () => {
      if (await retry.isVisible()) await retry.click({ timeout: 2000 });
      expect(
        await page.evaluate(() => performance.getEntriesByName('explorer:engine-ready').length),
      ).toBeGreaterThan(0);
    }).toPass({ timeout: 40_000, intervals: [3000] });
    await expect(retry).toBeHidden();
  });
}
