import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { figures } from '../src/stats/simulate/figures.ts';
import { programmeFigures } from '../src/stats/simulate/programme-figures.ts';

const usage = `npm run simulate -- [options]

Measures the four lenses of change on invented regions and prints Markdown tables; docs/simulation.md says of what.

  --programmes   the effect of a programme instead: docs/programme-effect.md
  --regions N    invented regions per scenario (default 1000: about 20 seconds)
  --seed N       seed of the first region (default 1); the next take the next numbers
  --write FILE   replace the tables between the two marks of FILE
  --help`;

const start = '<!-- figures -->';
const end = '<!-- /figures -->';

function whole(name: string, value: string, least: number): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < least)
    throw new UsageError(`--${name}: a whole number from ${least}`);
  return number;
}

/** The document with new tables between its marks. */
function replaced(document: string, tables: string): string {
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from === -1 || to < from)
    throw new UsageError(`--write: the file needs a line "${start}" and a line "${end}"`);
  return `${document.slice(0, from + start.length)}\n\n${tables}\n\n${document.slice(to)}`;
}

await command(usage, async (args) => {
  const { values, positionals } = parse(args, {
    regions: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    programmes: { type: 'boolean', default: false },
    write: { type: 'string' },
  });
  if (positionals.length > 0) throw new UsageError(`not understood: ${positionals.join(' ')}`);
  if (values.write !== undefined && !existsSync(values.write))
    throw new UsageError(`--write: no file ${values.write}`);
  const document = values.write === undefined ? undefined : readFileSync(values.write, 'utf8');
  if (document !== undefined) replaced(document, '');
  const made = values.programmes ? programmeFigures : figures;
  const tables = made(whole('regions', values.regions, 1), whole('seed', values.seed, 0));
  console.log(tables);
  if (values.write !== undefined && document !== undefined)
    writeFileSync(values.write, replaced(document, tables));
});
