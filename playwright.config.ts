import { defineConfig } from '@playwright/test';

const port = process.env.DINAMIKA_TEST_PORT ?? '4391';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'test/browser',
  outputDir: '.cache/playwright',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  use: {
    // Each test begins without a worker; those about reading offline allow it.
    serviceWorkers: 'block',
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: quiet },
  },
  webServer: {
    command: `node scripts/preview.ts --dir ${process.env.DINAMIKA_TEST_SITE ?? '.cache/demo/site'} --port ${port}`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
  },
});
