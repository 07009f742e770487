import type { ProgressWords } from '../ru/progress.ts';

/** Lines of progress in a terminal. */
export const progressEn: ProgressWords = {
  stages: {
    ingest: 'reading files',
    check: 'checking rows',
    protect: 'protecting small groups',
    'protect observations': 'protecting indicators',
    indicators: 'computing indicators',
    'road maps and programmes': 'road maps and programmes',
    publish: 'publishing',
    audit: 'attacking the release: what can be computed',
    build: 'building the site',
  },
  hub: (regions, read, unchanged) => `regions: ${regions}, read: ${read}, unchanged: ${unchanged}`,
  lake: (files) => `files laid out: ${files}`,
  regionStays: '  The region is shown as it was the last time.',
  regionMissing: '  The region is missing from the hub page.',
  unchanged: 'unchanged',
  hidden: (n) => `hidden numbers: ${n}, none can be computed`,
  tighter: (n) =>
    `totals told wider than follows from the numbers beside them: ${n}; they are narrowed, the release is made once more`,
  file: (n, of) => `file ${n} of ${of}`,
  left: (time) => `about ${time} left`,
  seconds: (n) => `${n} s`,
  minutes: (n) => `${n} min`,
  files: (read, unchanged) => (unchanged === 0 ? `${read} read` : `${read} read, ${unchanged} unchanged`),
  pages: (n) => `${n} pages`,
  embeds: ({ charts, files, drawn }) =>
    `${charts} charts for other sites in ${files} files, releases drawn anew: ${drawn}`,
};
