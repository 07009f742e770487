import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { expect, type Page, test } from '@playwright/test';
import { fromBufferPromise } from 'yauzl';
import type { Latest, MunicipalityFile } from '../../src/contract/public.ts';
import { heard } from './heard.ts';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const { release } = JSON.parse(readFileSync('.cache/demo/site/data/latest.json', 'utf8')) as Latest;
const { schools } = JSON.parse(
  readFileSync(`.cache/demo/site/data/${release}/municipalities/09701000.json`, 'utf8'),
) as MunicipalityFile;
const school = schools[0]?.school_id ?? '';

const ready = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('note:ready').length > 0, null, {
    timeout: 40_000,
  });

/** What axe finds on the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string }[] }> };
    };
    return (await checker.run()).violations.map(({ id }) => id);
  });
}

async function downloaded(page: Page): Promise<{ name: string; xml: string; pictures: number }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать Word' }).click(),
  ]);
  const source = await fromBufferPromise(readFileSync(await file.path()));
  let xml = '';
  let pictures = 0;
  for await (const entry of source.eachEntry()) {
    if (entry.fileName.startsWith('word/media/')) pictures++;
    if (entry.fileName === 'word/document.xml')
      xml = (await buffer(await source.openReadStreamPromise(entry))).toString('utf8');
  }
  return { name: file.suggestedFilename(), xml, pictures };
}

test('a school’s page leads to its note, which is read, printed on A4 and downloaded', async ({ page }) => {
  const said = heard(page);
  await page.goto(`/schools/${school}/`);
  await page.getByRole('link', { name: 'Аналитическая справка' }).click();
  await ready(page);
  const sheet = page.locator('#note-sheet');
  await expect(sheet).toContainText(schools[0]?.name.slice(1) ?? 'no school');
  await expect(sheet).toContainText('порог не преодолели');
  const captions = sheet.locator('caption, figcaption');
  const figures = await sheet.locator('figure svg').count();
  expect(figures).toBeGreaterThan(1);
  const { name, xml, pictures } = await downloaded(page);
  expect(name).toBe(`demo-${release}-synthetic-note-${school}.docx`);
  expect(pictures).toBe(figures);
  expect(said).toEqual([]);
  for (const caption of await captions.allTextContents())
    expect(xml).toContain(caption.replace(/&/g, '&amp;'));
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(
    /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/
      .exec(pdf)
      ?.slice(1)
      .map((side) => Math.round(Number(side))),
  ).toEqual([595, 842]);
});

test('the explorer hands its view over to the note', async ({ page }) => {
  const said = heard(page);
  await page.goto('/explore/?procedure=vpr&subject=mathematics&status=identified');
  await page.waitForFunction(() => performance.getEntriesByName('explorer:changes').length > 0, null, {
    timeout: 40_000,
  });
  const shown = await page.locator('#explorer-list tbody tr').count();
  await page.getByRole('link', { name: 'Справка по этому виду' }).click();
  await ready(page);
  const list = page.locator('#note-sheet table').filter({ hasText: 'школы выборки' });
  await expect(list.locator('tbody tr')).toHaveCount(shown);
  await expect(page.locator('#note-sheet')).toContainText('Статус школы: С низкими результатами');
  const { xml, pictures } = await downloaded(page);
  expect(pictures).toBe(await page.locator('#note-sheet figure svg').count());
  // No policy error either: the pictures of the document are drawn from the figures.
  expect(said).toEqual([]);
  expect(await violations(page)).toEqual([]);
  expect(xml).toContain('subject=mathematics');
  await page.getByRole('link', { name: 'Изменить вид' }).click();
  await expect(page.locator('select[name=status]')).toHaveValue('identified');
});

test('a municipality and one of its schools are chosen by keyboard, and the way back is kept', async ({
  page,
}) => {
  await page.goto('/explore/note/');
  await ready(page);
  await expect(page.locator('[name=municipality]')).toHaveValue('');
  await page.locator('[name=municipality]').selectOption('09701000');
  const select = page.locator('[name=school]');
  await expect(select).toBeEnabled();
  await expect(select.locator('option')).toHaveCount(schools.length + 1);
  await select.selectOption(school);
  await expect.poll(() => new URL(page.url()).searchParams.get('id')).toBe(school);
  await expect(page.locator('#note-sheet')).toContainText('Кластер школы');
  await page.goBack();
  await expect(page.locator('#note-sheet')).toContainText('Показатели мониторинга');
  await expect(select).toHaveValue('');
});

test('an address of nobody is explained', async ({ page }) => {
  await page.goto('/explore/note/?of=school&id=..%2F..%2Fnobody');
  await expect(page.locator('#note-status')).toContainText('«../../nobody» в этом выпуске нет');
  await page.goto('/explore/note/?of=pupil');
  await expect(page.locator('#note-status')).toContainText('pupil');
  await ready(page);
  await page.goto('/explore/note/?of=view&cluster=9&subject=alchemy');
  await ready(page);
  await expect(page.locator('#note-status')).toContainText('«alchemy»');
});
