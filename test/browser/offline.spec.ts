import { expect, type Page, test } from '@playwright/test';
import { type Editions, type Host, makeEditions, openHost } from './editions.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'default', timeout: 120_000 });

let sites: Editions;
let host: Host;

test.beforeAll(async () => {
  test.setTimeout(400_000);
  sites = await makeEditions();
});
test.afterAll(() => sites.remove());
test.beforeEach(async () => {
  host = await openHost();
  await host.deploy(sites.a);
});
test.afterEach(() => host.close());

const at = (path: string) => `${host.address}${path}`;
const cached = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });

/** Opens a page and waits until it is kept on the device. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(at(path));
  await expect.poll(() => cached(page)).toContain(`/${path}`);
}

const editionOf = (page: Page) => page.locator('html').getAttribute('data-edition');
const releaseOf = (page: Page) => page.locator('html').getAttribute('data-release');
const notice = (page: Page) => page.locator('.edition-notice');

test('what was visited is read without a network, with its styles; what was not says so and lists what there is', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await visit(page, '');
  await visit(page, 'municipalities/m1/');
  await page.goto(at('schools/sch001/'));
  await expect.poll(() => cached(page)).toContain('/schools/sch001/');
  expect(errors).toEqual([]);
  await host.deploy(null);
  await page.goto(at('schools/sch001/'));
  await expect(page.locator('h1')).toContainText('СОШ № 1');
  const family = await page.evaluate(async () => {
    await document.fonts.ready;
    return [getComputedStyle(document.body).fontFamily, document.fonts.check('16px "Golos Text"')];
  });
  expect(family[0]).toContain('Golos');
  expect(family[1]).toBe(true);
  await page.goto(at('municipalities/m1/'));
  await expect(notice(page)).toContainText(
    `Нет связи. Показана сохранённая копия, выпуск ${await releaseOf(page)}`,
  );
  const asked = page.waitForEvent('requestfailed', (request) => request.url().endsWith('edition.json'));
  const lost = await page.goto(at('schools/sch003/'));
  expect(lost?.status()).toBe(503);
  await expect(page.locator('#offline-lost')).toBeVisible();
  await asked;
  // It is not a copy of that page, and does not say that it were.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 100))));
  await expect(notice(page)).toHaveCount(0);
  await page.locator('#offline-visited').getByRole('link', { name: 'СОШ № 1' }).click();
  await expect(page.locator('h1')).toContainText('СОШ № 1');
});

test('the engine is kept on its first use, not before, and then answers without a network under its own policy', async ({
  page,
}) => {
  await visit(page, '');
  await visit(page, 'municipalities/m1/');
  const engines = async () => (await cached(page)).filter((path) => path.endsWith('.wasm'));
  expect(await engines()).toEqual([]);
  expect(host.asked.filter((path) => path.endsWith('.wasm'))).toEqual([]);
  await page.goto(at('explore/'));
  const ready = () => page.evaluate(() => performance.getEntriesByName('explorer:engine-ready').length > 0);
  await expect.poll(ready, { timeout: 60_000 }).toBe(true);
  await expect.poll(engines).toHaveLength(1);
  await expect.poll(() => cached(page)).toContain('/explore/');
  await expect
    .poll(async () => (await cached(page)).filter((path) => path.endsWith('dynamics.parquet')))
    .toHaveLength(1);
  await host.deploy(null);
  const worker = page.waitForEvent('worker');
  await page.goto(at('explore/'));
  await expect.poll(ready, { timeout: 60_000 }).toBe(true);
  await expect(page.locator('#explorer-table table')).toContainText('2023');
  const outside = await (await worker).evaluate(async () => {
    const refused = new Promise((resolve) => {
      self.addEventListener('securitypolicyviolation', (event) =>
        resolve((event as SecurityPolicyViolationEvent).effectiveDirective),
      );
    });
    await fetch('http://127.0.0.1:9/').catch(() => undefined);
    return refused;
  });
  expect(outside).toBe('connect-src');
});

test('the host is asked once for each table of the explorer, also where its first visit is kept afterwards', async ({
  page,
}) => {
  await page.goto(at('en/explore/'));
  const tables = (paths: readonly string[]) => paths.filter((path) => path.startsWith('/explore/')).sort();
  await expect.poll(async () => tables(await cached(page)), { timeout: 60_000 }).toHaveLength(6);
  expect(tables(host.asked)).toEqual(tables(await cached(page)));
});

test('a municipality is saved whole, and is read whole after a later edition has come and gone', async ({
  page,
}) => {
  await visit(page, 'municipalities/m1/');
  await page.getByRole('button', { name: 'Сохранить для чтения без сети' }).click();
  await expect(page.locator('.save-place [role=status]')).toContainText(/Сохранено: 10\sстраниц, \d+\sКБ\. /);
  const edition = await editionOf(page);
  await host.deploy(sites.b);
  await visit(page, 'how/');
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(3);
  await host.deploy(null);
  for (const school of ['sch001', 'sch002', 'sch003']) {
    await page.goto(at(`schools/${school}/`));
    await expect(page.locator('h1')).toContainText('СОШ');
    expect(await editionOf(page)).toBe(edition);
  }
  await page.goto(at('offline/'));
  await expect(page.locator('#offline-saved')).toContainText('Первый район');
  await page.getByRole('button', { name: 'Удалить всё сохранённое' }).click();
  await expect(page.locator('#offline-status')).toContainText('удалено');
  const gone = await page.goto(at('schools/sch002/'));
  expect(gone?.status()).toBe(503);
  await expect(page.locator('#offline-lost')).toBeVisible();
});

test('saving that meets a new edition keeps nothing of it', async ({ page }) => {
  await visit(page, 'municipalities/m1/');
  await host.deploy(sites.b);
  await page.getByRole('button', { name: 'Сохранить для чтения без сети' }).click();
  await expect(page.locator('.save-place [role=status]')).toContainText('Сайт обновился');
  expect((await page.evaluate(() => caches.keys())).filter((name) => name.includes('saved'))).toEqual([]);
});

/** What the explorer has asked of data, by release. */
const releasesAsked = (asked: readonly string[]) =>
  new Set(asked.flatMap((path) => /^\/data\/([^/]+)\//.exec(path)?.[1] ?? []));

test('B deployed under an open tab of A: the tab never mixes them, is told, and turns to B when asked', async ({
  page,
}) => {
  await visit(page, '');
  // Opened while A stands; the engine and the tables are asked for when B already does.
  await page.goto(at('explore/sql/'));
  const [editionA, releaseA] = [await editionOf(page), await releaseOf(page)];
  // A host that is taken away in the middle of the editor's file is another fault than a new edition.
  await expect(page.locator('.cm-content')).toBeVisible();
  await host.deploy(sites.b);
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(
    "SELECT sum(mark_2_low) AS failed FROM results WHERE level = 'region' AND year = 2023",
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  // 3 × 12 in A, 3 × 21 in B.
  await expect(page.locator('#sql-table')).toContainText('36', { timeout: 60_000 });
  expect([...releasesAsked(host.asked)]).toEqual([releaseA]);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(notice(page)).toContainText('Вышел новый выпуск данных');
  await page.getByRole('button', { name: 'Обновить страницу' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-edition', editionA ?? '');
  expect(await releaseOf(page)).not.toBe(releaseA);
});

test('the search of a tab of A never answers from B', async ({ page }) => {
  await visit(page, '');
  const edition = await editionOf(page);
  await host.deploy(sites.b);
  await page.getByRole('combobox').fill('СОШ № 2');
  await expect(page.locator('.search-status')).not.toBeEmpty();
  await expect(page.locator('[role=option]')).toHaveCount(0);
  const searched = host.asked.filter((path) => path.startsWith('/search/'));
  expect(new Set(searched.map((path) => path.split('/')[2]))).toEqual(new Set([edition]));
});

test('rollback: A again after B', async ({ page }) => {
  await visit(page, '');
  const first = await editionOf(page);
  await host.deploy(sites.b);
  await visit(page, '');
  expect(await editionOf(page)).not.toBe(first);
  await host.deploy(sites.a);
  await visit(page, '');
  expect(await editionOf(page)).toBe(first);
  await expect(notice(page)).toHaveCount(0);
  await host.deploy(null);
  await page.goto(at(''));
  expect(await editionOf(page)).toBe(first);
});

const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test('a worker that was withdrawn removes itself and every copy', async ({ page }) => {
  await visit(page, '');
  expect(await workers(page)).toBe(1);
  await host.deploy(sites.withdrawn);
  await page.goto(at(''));
  await expect.poll(() => workers(page)).toBe(0);
  await expect.poll(() => cached(page)).toEqual([]);
  await page.goto(at('schools/'));
  await expect(page.locator('h1')).toBeVisible();
  expect(await workers(page)).toBe(0);
});

test('the site can be installed', async ({ page }) => {
  await visit(page, '');
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { url, data } = await session.send('Page.getAppManifest');
  expect(new URL(url).pathname).toBe('/manifest.webmanifest');
  expect(JSON.parse(data ?? '')).toMatchObject({ start_url: '/', lang: 'ru' });
});
