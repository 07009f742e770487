import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoFolder } from '../../src/cli/start.ts';
import { folderWith } from '../support.ts';
import { brokenLinks } from './crawl.ts';

// npm test builds the demo site first.
it.skipIf(!existsSync(join(demoFolder, 'index.html')))('no link of the demo site leads nowhere', () => {
  expect(brokenLinks(demoFolder)).toEqual([]);
});

it('a link to a missing page and to a missing place of a page are found', () => {
  const site = folderWith({
    'index.html':
      '<a href="/a/">a</a><a href="/a/#x">x</a><a href="/a/#y">y</a><a href="b/">b</a><img src="/c.png">',
    'a/index.html': '<p id="x"></p><a href="../">up</a><a href="https://elsewhere.example/">out</a>',
  });
  expect(brokenLinks(site)).toEqual([
    'index.html: /a/#y (no such place)',
    'index.html: /c.png',
    'index.html: b/',
  ]);
});
