/** KB, gzip, of the largest page of a kind: what a phone loads before anything is seen. Both languages. */
export const pageBudgets: Readonly<Record<string, number>> = {
  'index.html': 31,
  'schools/index.html': 10,
  'schools/*/index.html': 25,
  'clusters/index.html': 60,
  'dynamics/index.html': 60,
  'indicators/*/index.html': 40,
  'municipalities/*/index.html': 32,
  // With the sums of what its engine reads, in place of a list of all files, 23 KB.
  'explore/index.html': 15,
  'explore/sql/index.html': 24,
  'explore/own-data/index.html': 10,
  'data/index.html': 19,
  'quality/index.html': 24,
  'methodology/index.html': 10,
  'privacy/index.html': 10,
  'embed/*/*/index.html': 8,
};

/** KB, gzip, each: what pages share, and what stands on foreign pages. */
export const sharedBudgets: Readonly<Record<string, number>> = {
  '_astro/!(explorer.*).css': 5,
  // All that a page of the explorer needs in one.
  '_astro/explorer.*.css': 6,
  '_astro/Search*.js': 9,
  '_astro/golos-{cyrillic,latin}*.woff2': 8,
  'search/*/index.json': 1,
  'search/*/0.json': 12,
  'embed.js': 2,
  'embed/{frame,open}.js': 2,
  'embed/*.css': 2,
  // The choice on a chart’s own page; no frame loads it.
  'embed/share.js': 9,
  'embed/*/*/chart*.svg': 22,
};
