import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Latest } from '../../contract/public.ts';
import { openNative } from '../../query/native.ts';

/** A page that loads every row as JSON, filters in JavaScript and draws with Plot: what the explorer is measured against. */
const page = `<!doctype html><meta charset="utf-8"><title>JSON</title><div id="chart"></div>
<script src="d3.min.js"></script><script src="plot.umd.min.js"></script><script src="page.js"></script>`;

/** A file of its own: the preview sends our policy, which runs nothing that stands in a page. */
const script = `const state = { procedure: 'vpr', subject: 'russian', place: '' };
let rows = [];
function redraw() {
  const start = performance.now();
  const own = rows.filter((r) => r.procedure === state.procedure && r.subject === state.subject && r.level === 'school'
    && (state.place === '' || r.municipality_id === state.place));
  const years = d3.rollups(own, (v) => d3.sum(v, (r) => r.below_threshold_low) / d3.sum(v, (r) => r.participants_low), (r) => r.year);
  const schools = d3.rollups(own, (v) => d3.sum(v, (r) => r.below_threshold_low) / d3.sum(v, (r) => r.participants_low), (r) => r.entity_id);
  document.getElementById('chart').replaceChildren(
    Plot.plot({ marks: [Plot.line(d3.sort(years, (d) => d[0]), { x: 0, y: 1 })] }),
    Plot.plot({ marks: [Plot.rectY(schools, Plot.binX({ y: 'count' }, { x: 1 }))] }));
  performance.measure('json:redraw', { start, end: performance.now() });
}
window.choose = (change) => { Object.assign(state, change); redraw(); };
fetch('results.json').then((r) => r.json()).then((all) => { rows = all; redraw(); performance.mark('json:chart'); });`;

const columns = `level, entity_id, municipality_id, year, procedure, subject, grade, session, participants_low,
  participants_high, below_threshold_low, below_threshold_high`;

/** Packs a file beside itself, as a good host would: a baseline must not lose by its host. */
export function pack(path: string, quality = 9): void {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24 };
  writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), { params }));
}

/** Puts that page into `folder/json/`. */
export async function jsonPage(site: string, folder: string): Promise<void> {
  const { release } = JSON.parse(readFileSync(join(site, 'data/latest.json'), 'utf8')) as Latest;
  const target = join(folder, 'json');
  mkdirSync(target, { recursive: true });
  const engine = await openNative();
  try {
    const rows = await engine.query(
      `SELECT ${columns} FROM read_parquet('${site}/data/${release}/results.parquet')`,
    );
    writeFileSync(join(target, 'results.json'), JSON.stringify(rows));
    pack(join(target, 'results.json'));
  } finally {
    await engine.close();
  }
  writeFileSync(join(target, 'index.html'), page);
  writeFileSync(join(target, 'page.js'), script);
  for (const path of ['d3/dist/d3.min.js', '@observablehq/plot/dist/plot.umd.min.js']) {
    copyFileSync(join('node_modules', path), join(target, basename(path)));
    pack(join(target, basename(path)));
  }
  for (const name of ['404.html', 'index.html']) symlinkSync(resolve(site, name), join(folder, name));
}
