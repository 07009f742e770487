import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';

/** A foreign origin that would answer anybody, and counts who came. */
async function foreign() {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked++;
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('foreign');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    asked: () => asked,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const reach = (address: string): Promise<string> =>
  fetch(address).then(
    () => 'reached',
    () => 'blocked',
  );

test('neither the page nor the worker of the engine can send anything to a foreign origin', async ({
  page,
}) => {
  const other = await foreign();
  const worker = page.waitForEvent('worker');
  await page.goto('/explore/');
  const engine = await worker;
  await expect(page.locator('#explorer-status, [role=status]').first()).toBeAttached();
  expect(await page.evaluate(reach, other.address)).toBe('blocked');
  expect(await engine.evaluate(reach, other.address)).toBe('blocked');
  expect(await engine.evaluate(reach, new URL('/data/latest.json', page.url()).href)).toBe('reached');
  expect(other.asked()).toBe(0);
  expect(await reach(other.address)).toBe('reached');
  await other.close();
});

test('the worker that reads a reader’s own file can reach nothing, not even the site', async ({ page }) => {
  const other = await foreign();
  const worker = page.waitForEvent('worker');
  await page.goto('/explore/own-data/');
  const reader = await worker;
  expect(reader.url()).toContain('reader-worker');
  expect(await reader.evaluate(reach, other.address)).toBe('blocked');
  expect(await reader.evaluate(reach, new URL('/data/latest.json', page.url()).href)).toBe('blocked');
  expect(other.asked()).toBe(0);
  await other.close();
});

test('a page runs no script and applies no style that was slipped into it', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => violations.push(message.text()));
  await page.goto('/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "slipped in"';
    document.body.append(script);
    const image = document.createElement('p');
    image.setAttribute('style', 'color: rgb(1, 2, 3)');
    document.body.append(image);
    return [document.title, getComputedStyle(image).color];
  });
  expect(ran[0]).not.toBe('slipped in');
  expect(ran[1]).not.toBe('rgb(1, 2, 3)');
  expect(violations.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(
    2,
  );
});

test('a page is not shown in a foreign frame', async ({ page, baseURL }) => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<iframe src="${baseURL}/"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.goto(`http://127.0.0.1:${port}/`);
  expect((await refused).text()).toContain("frame-ancestors 'self'");
  await new Promise((resolve) => server.close(resolve));
});
