import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadReference } from '../src/canonical/reference.ts';
import { openCanonical } from '../src/canonical/write.ts';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { compareProtection } from '../src/cli/disclosure/compare.ts';
import { referenceFolder } from '../src/cli/pipeline.ts';
import { Fault } from '../src/contract/fault.ts';
import { methodologySchema } from '../src/contract/methodology.ts';
import { openNative } from '../src/query/native.ts';

const usage = `node scripts/disclosure.ts [options]

Compares what three ways of disclosure control show and what an attacker with linear programming gets back, on the
private canonical tables of a set, for one year. Prints a Markdown table.

  --canonical DIR  canonical tables of one set (default: the demo's; npm start first)
  --year N         (default 2025)
  --lang ru|en     language of messages
  --help`;

await command(usage, async (args) => {
  const { values } = parse(args, {
    canonical: { type: 'string', default: '.cache/demo/canonical/demo' },
    year: { type: 'string', default: '2025' },
  });
  const year = Number(values.year);
  if (!Number.isSafeInteger(year)) throw new UsageError('--year takes a year');
  if (!existsSync(join(values.canonical, 'results.parquet')))
    throw new Fault('no-release', { file: values.canonical });
  const engine = await openNative({ memoryLimit: '2GB' });
  try {
    await openCanonical(engine, values.canonical);
    await loadReference(engine, referenceFolder);
    const methodology = methodologySchema.parse(
      JSON.parse(readFileSync('data/methodology/default.json', 'utf8')),
    );
    console.log(
      '| way | rows shown exactly | totals exact | mean width of the others | hidden numbers | narrowed | found exactly |',
    );
    console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
    for (const one of await compareProtection(engine, methodology, year))
      console.log(
        `| ${one.method} | ${one.shown} of ${one.cells} | ${one.exactTotals} of ${one.totals} | ${one.width.toFixed(1)} | ${one.hidden} | ${one.narrowed} | ${one.found} |`,
      );
  } finally {
    await engine.close();
  }
});
