import type { Page } from '@playwright/test';

/** Said by the test's own browser, which lets no worker answer in place of the server (playwright.config.ts). */
const blocked = 'Service Worker registration blocked by Playwright';

/** Collects every error and warning of a page's console, and every script that fails. */
export function heard(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && message.text() !== blocked)
      said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  return said;
}
