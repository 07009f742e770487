import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { line } from '../src/cli/progress.ts';
import { intactRelease } from '../src/cli/release.ts';
import { Fault } from '../src/contract/fault.ts';
import { damagedFiles } from '../src/publish/verify.ts';

const usage = `npm run verify -- <dir> [options]

Compares every file of a release with its sha256 in the manifest. <dir> is a release, or a folder with latest.json.

  --lang ru|en   language of messages
  --help

Exit code: 0 every file is intact, 1 a file is missing, changed or not listed, 2 wrong call.`;

await command(usage, async (args) => {
  const { positionals } = parse(args, {});
  const [dir, ...rest] = positionals;
  if (dir === undefined || rest.length > 0) throw new UsageError('name one folder');
  const folder = existsSync(join(dir, 'latest.json')) ? intactRelease(dir).folder : dir;
  const damage = damagedFiles(folder);
  for (const { path, fault } of damage) console.error(`${path}: ${fault}`);
  const [first] = damage;
  if (first) throw new Fault('damaged-release', { file: join(folder, first.path) }, { problem: first.fault });
  line(`✓ ${folder}`);
});
