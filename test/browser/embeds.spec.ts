import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import type { Latest, RegionFile } from '../../src/contract/public.ts';

const site = `http://127.0.0.1:${process.env.DINAMIKA_TEST_PORT ?? '4391'}`;
const { release } = JSON.parse(readFileSync('.cache/demo/site/data/latest.json', 'utf8')) as Latest;
const { region } = JSON.parse(
  readFileSync(`.cache/demo/site/data/${release}/region.json`, 'utf8'),
) as RegionFile;
const school = 'sch981003';

/** A site of somebody else: another port is another origin. */
let foreign: Server;
let pages: Map<string, { html: string; policy?: string }>;
let origin = '';

test.beforeEach(async () => {
  pages = new Map();
  foreign = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    response.writeHead(page ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      ...(page?.policy ? { 'content-security-policy': page.policy } : {}),
    });
    response.end(page?.html ?? '');
  });
  await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
});
test.afterEach(() => new Promise<void>((done) => foreign.close(() => done())));

const host = (body: string) =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><body>${body}</body></html>`;
async function open(page: Page, body: string, policy?: string): Promise<void> {
  pages.set('/', { html: host(body), ...(policy ? { policy } : {}) });
  await page.goto(`${origin}/`);
}

const charts = [
  ['dynamics', school],
  ['marks', school],
  ['positive-dynamics', school],
  ['similar-schools', school],
  ['dynamics', '09701000'],
  ['positive-dynamics', region.region_id],
  ['cluster-map', region.region_id],
  ['risk-plane', region.region_id],
] as const;

for (const [chart, entity] of charts)
  for (const lang of ['ru', 'en'])
    test(`${chart} of ${entity} in ${lang} stands on a foreign page with a strict policy and takes its height`, async ({
      page,
    }) => {
      const policy = `default-src 'none'; script-src ${site}; frame-src ${site}`;
      const blocked: string[] = [];
      page.on(
        'console',
        (message) => /Content Security Policy/.test(message.text()) && blocked.push(message.text()),
      );
      await open(
        page,
        `<h1>Блог</h1><dinamika-chart chart="${chart}" entity="${entity}" lang="${lang}"><a href="${site}/">там</a></dinamika-chart><script src="${site}/embed.js" async></script>`,
        policy,
      );
      const frame = page.locator('iframe');
      await expect.poll(() => frame.getAttribute('height')).not.toBe('480');
      const inner = page.frameLocator('iframe');
      await expect(inner.locator('.section').first().locator('svg:visible').first()).toBeVisible();
      const [height, needed] = [
        Number(await frame.getAttribute('height')),
        await inner.locator('body').evaluate((body) => body.getBoundingClientRect().height),
      ];
      expect(Math.abs(height - needed)).toBeLessThanOrEqual(1);
      expect(blocked).toEqual([]);
    });

test('a div does as well as the element; unknown names leave what stood there', async ({ page }) => {
  await open(
    page,
    `<div data-dinamika data-chart="dynamics" data-school="${school}" data-section="oge-russian" data-theme="dark"><a href="#">запас</a></div>
     <dinamika-chart chart="pie" school="${school}"><b>старое</b></dinamika-chart>
     <dinamika-chart chart="dynamics" school="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"><b>старое</b></dinamika-chart>
     <script src="${site}/embed.js"></script>`,
  );
  await expect(page.locator('iframe')).toHaveCount(1);
  await expect(page.locator('b')).toHaveCount(2);
  await expect(page.locator('iframe')).toHaveAttribute(
    'src',
    `${site}/embed/dynamics/${school}/#oge-russian--dark`,
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('#oge-russian')).toBeVisible();
  await expect(frame.locator('#vpr-russian')).toBeHidden();
  await expect
    .poll(() => frame.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor))
    .toBe('rgb(21, 24, 27)');
});

test('in a sandboxed frame, without any script, the picture and its links are there', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await open(
    page,
    `<iframe sandbox src="${site}/embed/${release}/dynamics/${school}/#vpr-mathematics" width="700" height="600"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('#vpr-mathematics svg.wide')).toBeVisible();
  await expect(frame.locator('a[href="chart.svg"]')).toBeVisible();
  await frame.locator('a[href="#share"]').click();
  await expect(frame.locator('#share')).toBeVisible();
  await expect(frame.locator('#share')).toContainText('ГОСТ Р 7.0.100–2018');
  await context.close();
});

test('a page that lies in messages changes nothing, and one that is not asked hears nothing', async ({
  page,
}) => {
  await open(
    page,
    `<iframe id="plain" src="${site}/embed/dynamics/${school}/" height="300"></iframe>
     <dinamika-chart chart="dynamics" school="${school}"></dinamika-chart><script src="${site}/embed.js"></script>`,
  );
  const frame = page.locator('dinamika-chart iframe');
  await expect.poll(() => frame.getAttribute('height')).not.toBe('480');
  const before = await frame.getAttribute('height');
  const heard = await page.evaluate(async () => {
    const messages: unknown[] = [];
    const plain = document.querySelector<HTMLIFrameElement>('#plain');
    addEventListener(
      'message',
      (event) => event.source === plain?.contentWindow && messages.push(event.data),
    );
    for (const data of [{ dinamika: 'height', height: 5000 }, 'height', { dinamika: 'resize' }, null]) {
      window.postMessage(data, '*');
      plain?.contentWindow?.postMessage(data, '*');
    }
    await new Promise((done) => setTimeout(done, 500));
    return messages;
  });
  expect(heard).toEqual([]);
  expect(await frame.getAttribute('height')).toBe(before);
});

test('an embed weighs at most 60 KB compressed, scripts included', async ({ page }) => {
  for (const [chart, entity] of charts) {
    let bytes = 0;
    const sizes: Promise<number>[] = [];
    page.on('response', (response) =>
      sizes.push(
        response.body().then(
          (body) => body.length,
          () => 0,
        ),
      ),
    );
    await page.goto(`${site}/embed/${chart}/${entity}/`);
    await page.waitForLoadState('networkidle');
    const { gzipSync } = await import('node:zlib');
    const bodies = await Promise.all([
      page.content(),
      ...['chart.svg', 'chart-narrow.svg', '/embed/embed.css', '/embed/frame.js'].map((path) =>
        page.request.get(new URL(path, page.url()).href).then((answer) => (answer.ok() ? answer.text() : '')),
      ),
    ]);
    for (const body of bodies) bytes += gzipSync(body).length;
    expect(bytes / 1024, `${chart} ${entity}`).toBeLessThanOrEqual(60);
  }
});

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
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /PNG/ }).click(),
  ]);
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
  await page.locator('a[data-embed][data-chart=dynamics]').first().click();
  await expect(page.locator('#share')).toBeVisible();
  await expect(page.locator('#share pre').first()).toContainText('<iframe');
  await context.close();
});
