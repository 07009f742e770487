import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, type Page, type Response, test } from '@playwright/test';
import MarkdownIt from 'markdown-it';
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

const area = '09701000';
interface Shown {
  chart: string;
  entity: string;
  indicator?: string;
}
const of = (entity: string, ...charts: string[]): Shown[] => charts.map((chart) => ({ chart, entity }));
/** Every chart that a site has, of a school, a municipality and the region. */
const charts: Shown[] = [
  ...of(school, 'dynamics', 'marks', 'positive-dynamics', 'similar-schools'),
  ...of(area, 'dynamics', 'marks', 'positive-dynamics', 'risk-plane'),
  { chart: 'indicator', entity: area, indicator: 'low-results-share' },
  ...of(region.region_id, 'dynamics', 'marks', 'positive-dynamics', 'cluster-map', 'risk-plane'),
  { chart: 'indicator', entity: region.region_id, indicator: 'low-results-share' },
];
const folderOf = ({ chart, entity, indicator }: Shown): string =>
  [chart, entity, indicator].filter(Boolean).join('/');
const elementOf = ({ chart, entity, indicator }: Shown, more: string): string =>
  `<dinamika-chart chart="${chart}" entity="${entity}"${indicator ? ` indicator="${indicator}"` : ''} ${more}><a href="${site}/">там</a></dinamika-chart>`;

/** What a foreign page's own policy refused. */
function refused(page: Page): string[] {
  const told: string[] = [];
  page.on(
    'console',
    (message) => /Content Security Policy|Refused to/.test(message.text()) && told.push(message.text()),
  );
  return told;
}

/** Scripts, styles and connections of the page itself are forbidden: only the frame and its script may come from us. */
const strict = `default-src 'none'; script-src ${site}; frame-src ${site}`;
const papers = { light: 'rgb(255, 255, 255)', dark: 'rgb(21, 24, 27)' };

/** A foreign page with one chart, which has taken its height and told nobody of a refusal. */
async function standsAbroad(page: Page, shown: Shown, lang: string, paper: string, more: string) {
  await open(
    page,
    `<h1>Блог</h1>${elementOf(shown, `lang="${lang}" ${more}`)}<script src="${site}/embed.js" async></script>`,
    strict,
  );
  const frame = page.locator('iframe');
  await expect.poll(() => frame.getAttribute('height')).not.toBe('480');
  const inner = page.frameLocator('iframe');
  await expect(inner.locator('.section').first().locator('svg:visible').first()).toBeVisible();
  const seen = await inner.locator('body').evaluate((body) => ({
    lang: document.documentElement.lang,
    paper: getComputedStyle(document.documentElement).backgroundColor,
    height: Math.ceil(body.getBoundingClientRect().height),
  }));
  const height = Number(await frame.getAttribute('height'));
  expect({ ...seen, height }, folderOf(shown)).toEqual({ lang, paper, height: seen.height });
}

for (const [lang, version, theme] of [
  ['ru', 'live', 'light'],
  ['en', 'live', 'dark'],
  ['ru', 'frozen', 'auto'],
  ['en', 'frozen', 'light'],
] as const)
  test(`every chart in ${lang}, ${version}, ${theme}, stands on a foreign page with a strict policy and takes its height`, async ({
    page,
  }) => {
    test.slow();
    const blocked = refused(page);
    await page.emulateMedia({ colorScheme: theme === 'auto' ? 'dark' : 'light' });
    const more = `theme="${theme}"${version === 'frozen' ? ` release="${release}"` : ''}`;
    for (const shown of charts)
      await standsAbroad(page, shown, lang, papers[theme === 'light' ? 'light' : 'dark'], more);
    expect(blocked).toEqual([]);
  });

test('every chart stands in the markup of a blog, at the width of a phone as well, and the page never scrolls sideways', async ({
  page,
}) => {
  // What WordPress makes of an embed block: a figure, a wrapper that keeps proportions, autop’s paragraphs around it.
  const figures = charts
    .map(
      (shown) =>
        `<figure class="wp-block-embed is-type-rich wp-embed-aspect-16-9"><div class="wp-block-embed__wrapper">\n<p><iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="${site}/embed/${folderOf(shown)}/" width="720" height="560"></iframe></p>\n</div></figure>`,
    )
    .join('\n<p></p>\n');
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await open(
      page,
      `<style>.wp-block-embed{margin:0}.wp-block-embed__wrapper iframe{max-width:100%;border:0}</style>${figures}`,
    );
    for (const [index] of charts.entries()) {
      const frame = page.frameLocator('iframe').nth(index);
      await frame.locator('.section svg:visible').first().waitFor();
      const [needs, has] = await frame
        .locator('html')
        .evaluate((html) => [html.scrollWidth, html.clientWidth]);
      expect(needs, `${folderOf(charts[index] as Shown)} at ${width}`).toBeLessThanOrEqual(has ?? 0);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('the line of Markdown is a picture that links to its chart, by a renderer that is not ours', async ({
  page,
}) => {
  await page.goto(`/embed/dynamics/${school}/#vpr-russian--share`);
  const line = await page.locator('#share textarea').nth(2).inputValue();
  const html = new MarkdownIt().render(line);
  await open(page, html, `default-src 'none'; img-src ${site}`);
  const picture = page.locator('a > img');
  await expect(picture).toHaveCount(1);
  expect(
    await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
  ).toBeGreaterThan(300);
  expect(await page.locator('a').getAttribute('href')).toBe(`${site}/embed/dynamics/${school}/#vpr-russian`);
});

test('a chart that is framed inside its own page, and one inside a page of the site, stay charts', async ({
  page,
}) => {
  await open(
    page,
    `<iframe src="${site}/embed/dynamics/${school}/" name="outer" width="700" height="600"></iframe>`,
  );
  const outer = page.frameLocator('iframe');
  await outer.locator('body').evaluate((body, address) => {
    const frame = body.ownerDocument.createElement('iframe');
    frame.src = address;
    body.prepend(frame);
  }, `${site}/embed/dynamics/${school}/`);
  await expect(outer.frameLocator('iframe').locator('.section svg').first()).toBeAttached();
  await expect(outer.locator('.section svg:visible').first()).toBeVisible();
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
  // Routing turns the cache off: every page pays for its style and script.
  await page.route('**', (route) => route.continue());
  for (const shown of charts) {
    const bodies: Promise<Buffer>[] = [];
    const collect = (response: Response) => {
      if (response.url().startsWith(`${site}/`)) bodies.push(response.body());
    };
    page.on('response', collect);
    await open(page, `<iframe src="${site}/embed/${folderOf(shown)}/" width="720" height="600"></iframe>`);
    await page.waitForLoadState('networkidle');
    page.off('response', collect);
    const loaded = await Promise.all(bodies);
    // Page, picture, style and script at the least: nothing is forgotten.
    expect(loaded.length, folderOf(shown)).toBeGreaterThanOrEqual(4);
    const bytes = loaded.reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(bytes / 1024, folderOf(shown)).toBeLessThanOrEqual(60);
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
