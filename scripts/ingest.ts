import { command, parse, UsageError } from '../src/cli/command.ts';
import { runPipeline } from '../src/cli/pipeline.ts';
import { presets } from '../src/contract/vocabulary.ts';

const usage = `npm run ingest -- <source set folder> [options]

Reads the files of a source set, checks every row, protects small groups and publishes a release.

  --out DIR          where releases go (default public/data)
  --work DIR         where private canonical tables and reject.csv go (default data/canonical)
  --methodology FILE rule set (default data/methodology/default.json)
  --preset NAME      ${presets.join(' | ')} (default public)
  --lang ru|en       language of messages
  --help

Exit code: 0 published, 1 something is wrong with the input (nothing was published), 2 wrong call, 3 a fault of ours.`;

await command(usage, async (args, lang) => {
  const { values, positionals } = parse(args, {
    out: { type: 'string', default: 'public/data' },
    work: { type: 'string', default: 'data/canonical' },
    methodology: { type: 'string', default: 'data/methodology/default.json' },
    preset: { type: 'string', default: 'public' },
  });
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0) throw new UsageError('name one source set folder');
  const preset = presets.find((name) => name === values.preset);
  if (!preset) throw new UsageError(`unknown preset: ${values.preset}`);
  const { out, work, methodology } = values;
  await runPipeline({ folder, out, work, methodology, preset, lang });
});
