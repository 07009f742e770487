import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, type Page } from '@playwright/test';
import type { Latest, RegionFile } from '../../src/contract/public.ts';

/** Where the demo is served to the tests. */
export const site = `http://127.0.0.1:${process.env.DINAMIKA_TEST_PORT ?? '4391'}`;
export const { release } = JSON.parse(readFileSync('.cache/demo/site/data/latest.json', 'utf8')) as Latest;
export const { region } = JSON.parse(
  readFileSync(`.cache/demo/site/data/${release}/region.json`, 'utf8'),
) as RegionFile;
export const school = 'sch981003';
export const area = '09701000';

/** Opens a page of a site of somebody else. */
export type OpenAbroad = (page: Page, body: string, policy?: string) => Promise<void>;

const host = (body: string) =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><body>${body}</body></html>`;

/** A test with a site of somebody else: another port is another origin. */
export const test = base.extend<{ open: OpenAbroad }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first argument.
  open: async ({}, use) => {
    let served: { html: string; policy: string | undefined } = { html: '', policy: undefined };
    const foreign = createServer((request, response) => {
      response.writeHead(request.url === '/' ? 200 : 404, {
        'content-type': 'text/html; charset=utf-8',
        ...(served.policy ? { 'content-security-policy': served.policy } : {}),
      });
      response.end(request.url === '/' ? served.html : '');
    });
    await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done));
    const origin = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
    await use(async (page, body, policy) => {
      served = { html: host(body), policy };
      await page.goto(`${origin}/`);
    });
    await new Promise<void>((done) => foreign.close(() => done()));
  },
});
