import { command, parse, UsageError } from '../src/cli/command.ts';
import { runInit } from '../src/cli/init.ts';
import { runInspect } from '../src/cli/inspect.ts';
import { runPipeline } from '../src/cli/pipeline.ts';
import { presets } from '../src/contract/vocabulary.ts';
import { helpOf } from '../src/i18n/commands.ts';

await command(helpOf('ingest'), async (args, lang) => {
  const { values, positionals } = parse(args, {
    out: { type: 'string', default: 'public/data' },
    work: { type: 'string', default: 'data/canonical' },
    methodology: { type: 'string', default: 'data/methodology/default.json' },
    compare: { type: 'string', multiple: true, default: [] },
    preset: { type: 'string', default: 'public' },
    'no-cache': { type: 'boolean', default: false },
    write: { type: 'string' },
    force: { type: 'boolean', default: false },
  });
  const [verb, ...named] = positionals;
  const { write, force } = values;
  if (verb === 'inspect') {
    if (named.length === 0) throw new UsageError((words) => words.inspectFiles);
    return runInspect(named, { write, force, lang });
  }
  if (verb === 'init') {
    const [target, ...more] = named;
    if (target === undefined || more.length > 0) throw new UsageError((words) => words.initFolder);
    return runInit(target, { force, lang });
  }
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0) throw new UsageError((words) => words.oneSet);
  const preset = presets.find((name) => name === values.preset);
  if (!preset) throw new UsageError((words) => words.preset(values.preset, presets.join(', ')));
  const { out, work, methodology, compare } = values;
  await runPipeline({ folder, out, work, methodology, compare, preset, lang, cache: !values['no-cache'] });
});
