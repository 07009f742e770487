import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from '../src/cli/chromium.ts';
import { command, parse } from '../src/cli/command.ts';
import { line } from '../src/cli/progress.ts';
import { serve } from '../src/cli/serve.ts';
import { demoFolder } from '../src/cli/start.ts';

const usage = `npm run screenshots [-- --site DIR]

Takes the pictures of the README from the built demo site (npm start first) into docs/images.`;

const pictures = [
  { name: 'school', path: 'schools/sch981003/', width: 1280, height: 1100 },
  { name: 'school-phone', path: 'schools/sch981003/', width: 360, height: 1100 },
  { name: 'explorer', path: 'explore/', width: 1280, height: 1100 },
];

await command(usage, async (args) => {
  const { values } = parse(args, { site: { type: 'string', default: demoFolder } });
  const preview = await serve(values.site, 4650);
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    mkdirSync('docs/images', { recursive: true });
    for (const { name, path, width, height } of pictures) {
      const page = await browser.newPage({ viewport: { width, height } });
      await page.goto(preview.address + path, { waitUntil: 'networkidle' });
      await page.screenshot({ path: `docs/images/${name}.png` });
      await page.close();
      line(`docs/images/${name}.png`);
    }
  } finally {
    await browser.close();
    await preview.close();
  }
});
