import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../../contract/fault.ts';
import { demoData } from '../start.ts';
import { benchCountry } from './country.ts';
import { benchExplorer, explorerParts } from './explorer.ts';
import { benchHostile } from './hostile.ts';
import { benchIndicators } from './indicators.ts';
import { benchIngest } from './ingest.ts';
import { benchLarge } from './large.ts';
import { benchPages, benchShared } from './pages.ts';
import { benchPaint } from './paint.ts';
import { benchProtect } from './protect.ts';
import { benchSite, siteParts } from './site.ts';
import { benchWhatIf } from './what-if.ts';
import { benchRegion, benchXlsx } from './xlsx.ts';

/** What a bench may be told. */
export interface BenchOptions {
  /** Pupil rows of the benches of files, rows of results of the explorer's; without a number each takes its own. */
  rows?: number | undefined;
  /** How many times the demo the benches of protection, of the site and of a large region take. */
  sizes: readonly number[];
  /** A built site. */
  site: string;
  /** The only part of a bench that has parts. */
  part?: string | undefined;
}

/** A table: its head, then its rows. */
export type BenchTable = string[][];

type Bench = (options: BenchOptions) => AsyncIterable<BenchTable> | Iterable<BenchTable>;

async function* inFolder(work: (folder: string) => Promise<BenchTable> | BenchTable) {
  const folder = mkdtempSync(join(tmpdir(), 'dinamika-bench-'));
  try {
    yield await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function built(site: string): string {
  if (!existsSync(join(site, 'index.html'))) throw new Fault('no-site', { file: site });
  return site;
}

/** Every bench by name, in the order in which they run. */
export const benches: Record<string, Bench> = {
  ingest: ({ rows = 1_000_000 }) => inFolder((folder) => benchIngest(folder, rows)),
  xlsx: ({ rows = 1_000_000 }) => inFolder((folder) => benchXlsx(folder, rows)),
  region: ({ rows = 650_000 }) => inFolder((folder) => benchRegion(folder, rows, 31)),
  hostile: () => inFolder((folder) => benchHostile(folder)),
  protect: ({ sizes }) => [benchProtect('.cache/demo/canonical/demo', sizes)],
  site: ({ sizes, part }) => inFolder((folder) => benchSite(demoData, folder, sizes, part)),
  large: function* ({ sizes }) {
    const folder = mkdtempSync(join(tmpdir(), 'dinamika-bench-'));
    try {
      yield* benchLarge(folder, sizes);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  country: async function* ({ rows = 14_000_000 }) {
    const folder = mkdtempSync(join(tmpdir(), 'dinamika-bench-'));
    try {
      yield* await benchCountry(demoData, folder, rows);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  pages: ({ site }) => [benchPages(built(site)), benchShared(site)],
  paint: async function* ({ site }) {
    yield await benchPaint(built(site));
  },
  indicators: async function* ({ site }) {
    yield await benchIndicators(built(site));
  },
  'what-if': async function* ({ site }) {
    yield await benchWhatIf(built(site));
  },
  explorer: ({ site, rows = 190_000, part }) => benchExplorer(built(site), rows, part),
};

/** Parts of the benches that can be run piece by piece. */
export const benchParts: Readonly<Record<string, readonly string[]>> = {
  explorer: explorerParts,
  site: siteParts,
};
