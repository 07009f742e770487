import { gzipSync } from 'node:zlib';
import { expect, type Page, type Response } from '@playwright/test';
import MarkdownIt from 'markdown-it';
import { area, type OpenAbroad, region, release, school, site, test } from './abroad.ts';

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
async function standsAbroad(
  page: Page,
  open: OpenAbroad,
  shown: Shown,
  lang: string,
  paper: string,
  more: string,
) {
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
    open,
  }) => {
    test.slow();
    const blocked = refused(page);
    await page.emulateMedia({ colorScheme: theme === 'auto' ? 'dark' : 'light' });
    const more = `theme="${theme}"${version === 'frozen' ? ` release="${release}"` : ''}`;
    for (const shown of charts)
      await standsAbroad(page, open, shown, lang, papers[theme === 'light' ? 'light' : 'dark'], more);
    expect(blocked).toEqual([]);
  });

test('every chart stands in the markup of a blog, at the width of a phone as well, and the page never scrolls sideways', async ({
  page,
  open,
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
  open,
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
  open,
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

test('a div does as well as the element; unknown names leave what stood there', async ({ page, open }) => {
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

test('in a sandboxed frame, without any script, the picture and its links are there', async ({
  browser,
  open,
}) => {
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
  open,
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

test('an embed weighs at most 60 KB compressed, scripts included', async ({ page, open }) => {
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

test('a mistyped address in a frame of another site is answered in the frame, in words and with a link', async ({
  page,
  open,
}) => {
  await open(
    page,
    `<dinamika-chart chart="dynamics" school="sch000000" lang="en"></dinamika-chart>
     <iframe sandbox src="${site}/en/embed/dynamics/sch98100/" width="700" height="300"></iframe>
     <script src="${site}/embed.js"></script>`,
  );
  for (const frame of [page.frameLocator('dinamika-chart iframe'), page.frameLocator('iframe[sandbox]')]) {
    await expect(frame.getByText('The site has no such chart')).toBeVisible();
    await expect(frame.locator('a[href="/en/embed/"]')).toHaveAttribute('target', '_top');
  }
  // It is as high as its words, like any chart.
  await expect.poll(() => page.locator('dinamika-chart iframe').getAttribute('height')).not.toBe('480');
});

test('when the site does not answer at all, the script puts a link under the frame', async ({
  page,
  open,
}) => {
  const address = `${site}/embed/dynamics/${school}/`;
  await page.route(address, (route) => route.abort());
  await page.clock.install();
  await open(
    page,
    `<dinamika-chart chart="dynamics" school="${school}"><a href="#">запас</a></dinamika-chart>
     <script src="${site}/embed.js"></script>`,
  );
  const link = page.getByRole('link', { name: 'График не отвечает. Открыть его на сайте' });
  await expect(page.locator('iframe')).toBeVisible();
  await expect(link).toHaveCount(0);
  await expect(async () => {
    await page.clock.fastForward(6000);
    await expect(link).toHaveAttribute('href', address, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
});
