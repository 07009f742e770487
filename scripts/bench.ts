import { benches, benchParts } from '../src/cli/bench/benches.ts';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { demoFolder } from '../src/cli/start.ts';
import { helpOf } from '../src/i18n/commands.ts';

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
    rows: { type: 'string' },
    part: { type: 'string' },
    sizes: { type: 'string', default: '1,4' },
    site: { type: 'string', default: demoFolder },
  });
  const names = values.only === undefined ? Object.keys(benches) : [values.only];
  const rows = values.rows === undefined ? undefined : Number(values.rows);
  if (rows !== undefined && (!Number.isSafeInteger(rows) || rows < 1000))
    throw new UsageError((words) => words.rows(1000));
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0))
    throw new UsageError('--sizes takes whole numbers with commas between them');
  const { part, site } = values;
  const known = benchParts[values.only ?? ''] ?? [];
  if (part !== undefined && !known.includes(part))
    throw new UsageError((words) => words.bench(part, known.join(', ') || '–'));
  for (const name of names) {
    const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
    if (!bench) throw new UsageError((words) => words.bench(name, Object.keys(benches).join(', ')));
    for await (const table of bench({ rows, sizes, site, part })) print(table);
  }
});
