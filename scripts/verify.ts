import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command, parse, UsageError } from '../src/cli/command.ts';
import { releasesOf } from '../src/cli/guard.ts';
import { line } from '../src/cli/progress.ts';
import { intactRelease } from '../src/cli/release.ts';
import { Fault } from '../src/contract/fault.ts';
import { damagedFiles } from '../src/publish/verify.ts';

const usage = `npm run verify -- <dir> [options]

Compares every file of a release with its sha256 in the manifest. <dir> is a release, or a folder of releases: all of them are compared.

  --lang ru|en   language of messages
  --help

Exit code: 0 every file is intact, 1 a file is missing, changed or not listed, 2 wrong call.`;

await command(usage, async (args) => {
  const { positionals } = parse(args, {});
  const [dir, ...rest] = positionals;
  if (dir === undefined || rest.length > 0) throw new UsageError('name one folder');
  if (!existsSync(dir)) throw new Fault('no-release', { file: dir });
  if (existsSync(join(dir, 'latest.json'))) intactRelease(dir);
  const folders = existsSync(join(dir, 'manifest.json'))
    ? [dir]
    : releasesOf(dir).map(({ folder }) => folder);
  if (folders.length === 0) throw new Fault('no-release', { file: dir });
  let first: { file: string; problem: string } | undefined;
  for (const folder of folders) {
    const damage = damagedFiles(folder);
    for (const { path, fault } of damage) {
      console.error(`${join(folder, path)}: ${fault}`);
      first ??= { file: join(folder, path), problem: fault };
    }
    if (damage.length === 0) line(`✓ ${folder}`);
  }
  if (first) throw new Fault('damaged-release', { file: first.file }, { problem: first.problem });
});
