import { command, parse, UsageError } from '../src/cli/command.ts';
import { runInit } from '../src/cli/init.ts';
import { runInspect } from '../src/cli/inspect.ts';
import { runPipeline } from '../src/cli/pipeline.ts';
import { presets } from '../src/contract/vocabulary.ts';

const usage = `npm run ingest -- <source set folder> [options]
npm run ingest -- inspect FILE…   [--write DIR] [--force]
npm run ingest -- init FOLDER     [--force]

Reads the files of a source set, checks every row, protects small groups and publishes a release.
\`inspect\` tells how files are written, what they probably are and what reading them would do, with a draft profile.
\`init\` makes a source set of a folder of mixed files and lists what a person must look at.

  --out DIR          where releases go (default public/data)
  --work DIR         where private canonical tables and reject.csv go (default data/canonical)
  --methodology FILE rule set (default data/methodology/default.json)
  --compare FILE     another rule set whose identification is published beside it; may be repeated
  --preset NAME      ${presets.join(' | ')} (default public)
  --write DIR        inspect: where draft profiles go (default: they are printed)
  --force            inspect, init: write over what is there
  --lang ru|en       language of messages
  --help

Exit code: 0 published, 1 something is wrong with the input (nothing was published), 2 wrong call, 3 a fault of ours.`;

await command(usage, async (args, lang) => {
  const { values, positionals } = parse(args, {
    out: { type: 'string', default: 'public/data' },
    work: { type: 'string', default: 'data/canonical' },
    methodology: { type: 'string', default: 'data/methodology/default.json' },
    compare: { type: 'string', multiple: true, default: [] },
    preset: { type: 'string', default: 'public' },
    write: { type: 'string' },
    force: { type: 'boolean', default: false },
  });
  const [verb, ...named] = positionals;
  const { write, force } = values;
  if (verb === 'inspect') {
    if (named.length === 0) throw new UsageError('inspect: name at least one file');
    return runInspect(named, { write, force, lang });
  }
  if (verb === 'init') {
    const [target, ...more] = named;
    if (target === undefined || more.length > 0) throw new UsageError('init: name one folder');
    return runInit(target, { force, lang });
  }
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0) throw new UsageError('name one source set folder');
  const preset = presets.find((name) => name === values.preset);
  if (!preset) throw new UsageError(`unknown preset: ${values.preset}`);
  const { out, work, methodology, compare } = values;
  await runPipeline({ folder, out, work, methodology, compare, preset, lang });
});
