import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeDemo } from '../src/demo/set.ts';

const usage = `Writes the demo set: an invented region with seven years of results.
The same bytes every time; see src/demo/README.md.

Usage: npm run demo -- [--out DIR]

  --out DIR   where to write (default: data/demo)
  --help      this text
`;

function fail(message: string): never {
  process.stderr.write(`${message}\n\n${usage}`);
  process.exit(2);
}

function options() {
  try {
    return parseArgs({
      options: { out: { type: 'string', default: 'data/demo' }, help: { type: 'boolean' } },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const { out, help } = options();
if (help) {
  process.stdout.write(usage);
} else {
  let bytes = 0;
  const files = makeDemo();
  for (const [path, content] of files) {
    const target = join(out, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    bytes += content.length;
  }
  process.stdout.write(`${files.size} files, ${bytes} bytes → ${out}\n`);
}
