import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchExplorer } from '../src/cli/bench/explorer.ts';
import { benchIndicators, benchWhatIf } from '../src/cli/bench/indicators.ts';
import { benchIngest } from '../src/cli/bench/ingest.ts';
import { benchPages, benchShared } from '../src/cli/bench/pages.ts';
import { benchProtect } from '../src/cli/bench/protect.ts';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { demoFolder } from '../src/cli/start.ts';
import { Fault } from '../src/contract/fault.ts';
import { helpOf } from '../src/i18n/commands.ts';

const names = ['ingest', 'protect', 'pages', 'explorer', 'indicators'];

function print(table: string[][]): void {
  const [head, ...rows] = table;
  if (!head) return;
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  console.log(
    `\n${[line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')}`,
  );
}

await command(helpOf('bench'), async (args) => {
  const { values } = parse(args, {
    only: { type: 'string' },
    rows: { type: 'string', default: '1000000' },
    site: { type: 'string', default: demoFolder },
  });
  if (values.only !== undefined && !names.includes(values.only))
    throw new UsageError(`unknown bench: ${values.only}`);
  const rows = Number(values.rows);
  if (!Number.isSafeInteger(rows) || rows < 1000)
    throw new UsageError('--rows takes a whole number from 1000');
  const wants = (name: string) => values.only === undefined || values.only === name;
  if (wants('ingest')) {
    const folder = mkdtempSync(join(tmpdir(), 'dinamika-bench-'));
    try {
      print(await benchIngest(folder, rows));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  if (wants('protect')) print(benchProtect('.cache/demo/canonical/demo'));
  if (values.only === 'ingest' || values.only === 'protect') return;
  if (!existsSync(join(values.site, 'index.html'))) throw new Fault('no-site', { file: values.site });
  if (wants('pages')) {
    print(benchPages(values.site));
    print(benchShared(values.site));
  }
  if (wants('indicators')) {
    print(await benchIndicators(values.site));
    print(await benchWhatIf(values.site));
  }
  if (wants('explorer')) print(await benchExplorer(values.site));
});
