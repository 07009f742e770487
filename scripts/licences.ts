import { command, parse } from '../src/cli/command.ts';
import { forbidden, lockedPackages } from '../src/cli/licences.ts';
import { line } from '../src/cli/progress.ts';

const usage = `npm run licences [-- options]

Lists every package of package-lock.json with its version and licence, and fails on one that is not allowed.
The same as a bill of materials: npm sbom --sbom-format cyclonedx (or spdx). Known holes: npm audit (asks the registry).

  --production   without what only developers install
  --lang ru|en   language of messages
  --help

Exit code: 0 all are allowed, 1 some are not, 2 wrong call.`;

await command(usage, async (args) => {
  const { values } = parse(args, { production: { type: 'boolean', default: false } });
  const packages = lockedPackages().filter(({ dev }) => !(values.production && dev));
  for (const { name, version, licence } of packages) line(`${name}\t${version}\t${licence}`);
  const wrong = forbidden(packages);
  for (const { name, version, licence } of wrong)
    console.error(`not allowed: ${name} ${version}: ${licence || 'no licence'} (src/cli/licences.ts)`);
  if (wrong.length > 0) process.exitCode = 1;
});
