import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { frames, kinds, lost, school, shareOf, shares } from './kinds.ts';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
/** Every kind of page; there is one page for a lost address, in both languages. */
const seen = (lang: string) => [...kinds, ...frames, ...(lang === '' ? [lost] : [])];

/** Only these look at colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** What axe finds against WCAG 2.2 A and AA and its own best practice, with everything unfolded; of these rules alone. */
function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { axe: checker } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    // What is right needs no list of its nodes, which costs more than the check.
    const runOnly = only && { type: 'rule', values: only };
    const found = await checker.run({ resultTypes: ['violations'], ...(runOnly && { runOnly }) });
    return found.violations.map(
      ({ id, nodes }) => `${id} × ${nodes.length}: ${nodes[0]?.html.slice(0, 160)}`,
    );
  }, rules);
}

for (const lang of ['', 'en/'])
  for (const share of shares)
    test(`axe finds nothing, light and dark, ${lang === '' ? 'Russian' : 'English'}, part ${share + 1}`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      const found: string[] = [];
      for (const kind of shareOf(seen(lang), share)) {
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
        await page.goto(`/${lang}${kind}`);
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll('details')) fold.open = true;
        });
        await page.evaluate(axe);
        const light = await violations(page);
        // Nothing but colours differs between the themes.
        await page.emulateMedia({ colorScheme: 'dark' });
        const dark = await violations(page, ofColours);
        found.push(...light.map((one) => `/${lang}${kind}: ${one}`));
        found.push(...dark.map((one) => `/${lang}${kind} dark: ${one}`));
      }
      expect(found).toEqual([]);
    });

test('nothing is lost with forced colours: focus, current section and charts can be seen', async ({
  browser,
}) => {
  const context = await browser.newContext({ forcedColors: 'active' });
  const page = await context.newPage();
  await page.goto(`/schools/${school}/`);
  const chart = page.locator('figure .chart').first();
  await expect(chart).toBeVisible();
  const differs = await chart.evaluate((svg) => {
    const fill = getComputedStyle(svg.querySelector('.f-strong') ?? svg).fill;
    return fill !== getComputedStyle(document.body).backgroundColor;
  });
  expect(differs).toBe(true);
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
  );
  expect(outline).not.toBe('none');
  await context.close();
});

test('at 400 % zoom of a small screen a school page does not scroll sideways', async ({ page }) => {
  // 1280 px at 400 % are 320 px of the page.
  await page.setViewportSize({ width: 320, height: 256 });
  for (const kind of seen('')) {
    await page.goto(`/${kind}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, kind).toBeLessThanOrEqual(320);
  }
});

test('the keyboard alone reaches and unfolds every part of a school page, in the order it is read', async ({
  page,
}) => {
  await page.goto(`/schools/${school}/`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  const tops: number[] = [];
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const active = document.activeElement;
      return active?.closest('main') ? active.getBoundingClientRect().top + scrollY : null;
    });
    if (at === null) break;
    tops.push(at);
  }
  const reachable = await page.locator('main a[href]:visible, main summary:visible').count();
  expect(tops.length).toBeGreaterThanOrEqual(reachable);
  const why = page.locator('.changes summary').first();
  await why.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.changes details[open] li').first()).toBeVisible();
});

test('charts keep letters of 12 px and more on the narrowest phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of [`/schools/${school}/`, '/', '/clusters/']) {
    await page.goto(path);
    const sizes = await page.locator('svg.chart:visible').evaluateAll((charts) =>
      charts.flatMap((chart) => {
        const drawn = chart as SVGSVGElement;
        const scale = drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width;
        return [...drawn.querySelectorAll('text')].map(
          (text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale,
        );
      }),
    );
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(12);
  }
});

/** The lines of a work’s table that have numbers: year, share, below, participants; grade by grade. */
const writtenIn = (section: Locator) =>
  section.locator('tbody tr:not(:has([colspan]))').evaluateAll((rows) =>
    rows.map((row) => {
      const cells = [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '');
      const at = cells.findIndex((cell) => /^20\d\d/.test(cell));
      const [year = '', of = '', below = '', share = ''] = cells.slice(at);
      return { year: year.slice(0, 4), of, below, share: share.replace(/\s%/, '') };
    }),
  );

test('the numbers that a chart says are numbers of its table', async ({ page }) => {
  await page.goto('/schools/sch981555/');
  let said = 0;
  for (const section of await page.locator('.work').all()) {
    const label = (await section.locator('svg').first().getAttribute('aria-label')) ?? '';
    const written = (await writtenIn(section)).map(
      ({ year, share, below, of }) => `${year}: ${share} (${below} из ${of})`,
    );
    const spoken = [...label.matchAll(/(\d{4}): ([\d–]+)\s%\s\(([\d–]+) из ([\d–]+)\)/g)];
    said += spoken.length;
    for (const [, year, share, below, of] of spoken)
      expect(written).toContain(`${year}: ${share} (${below} из ${of})`);
  }
  expect(said).toBeGreaterThan(10);
});

test('the points of a chart stand at the numbers of its table, each of them and no other', async ({
  page,
}) => {
  await page.goto('/schools/sch981555/');
  const works = await page.locator('.work:is(.oge, .ege)').all();
  expect(works.length).toBeGreaterThan(1);
  for (const section of works) {
    const drawn = await section
      .locator('svg')
      .first()
      .evaluate((svg) => {
        const texts = [...svg.querySelectorAll('text')].map((text) => ({
          said: text.textContent ?? '',
          x: Number(text.getAttribute('x')),
          y: Number(text.getAttribute('y')),
        }));
        const height = (share: string) =>
          texts.find(({ said }) => said === `${share}\u00a0%`)?.y ?? Number.NaN;
        const points = (height('0') - height('20')) / 20;
        const year = (x: string | null) =>
          texts.find((one) => /^20\d\d$/.test(one.said) && one.x === Number(x))?.said;
        const at = (x: string | null, ...ys: (string | null)[]) => ({
          year: year(x),
          shares: ys.map((y) => (height('0') - Number(y)) / points).sort((a, b) => a - b),
        });
        const of = (name: string) => [...svg.querySelectorAll(`.s-strong > ${name}`)];
        return [
          ...of('circle[cx]').map((one) => at(one.getAttribute('cx'), one.getAttribute('cy'))),
          ...of('line').map((one) =>
            at(one.getAttribute('x1'), one.getAttribute('y1'), one.getAttribute('y2')),
          ),
        ]
          .filter((one) => one.year !== undefined)
          .sort((a, b) => Number(a.year) - Number(b.year));
      });
    const written = await writtenIn(section);
    expect(drawn.map(({ year }) => year)).toEqual(written.map(({ year }) => year));
    for (const [index, { shares }] of drawn.entries()) {
      const numbers = written[index]?.share.split('–').map(Number) ?? [];
      expect(shares).toHaveLength(numbers.length);
      // A whole per cent in the table, a whole pixel in the drawing.
      for (const [end, share] of shares.entries())
        expect(Math.abs(share - (numbers[end] ?? 99))).toBeLessThan(0.9);
    }
  }
});
