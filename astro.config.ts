import { defineConfig } from 'astro/config';

export default defineConfig({
  // Without an address of its own a site names none: a canonical link to this machine would mislead.
  ...(process.env.DINAMIKA_SITE ? { site: process.env.DINAMIKA_SITE } : {}),
  base: process.env.DINAMIKA_BASE ?? '/',
  outDir: process.env.DINAMIKA_DIST ?? './dist',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
