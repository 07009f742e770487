import { defineConfig } from 'astro/config';

export default defineConfig({
  site: process.env.DINAMIKA_SITE ?? 'http://localhost:4321',
  base: process.env.DINAMIKA_BASE ?? '/',
  outDir: process.env.DINAMIKA_DIST ?? './dist',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  compressHTML: true,
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
