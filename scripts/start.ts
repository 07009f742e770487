import { command, parse, portOf } from '../src/cli/command.ts';
import { line, seconds } from '../src/cli/progress.ts';
import { serve } from '../src/cli/serve.ts';
import { demoFolder, demoSite } from '../src/cli/start.ts';
import { helpOf } from '../src/i18n/commands.ts';

await command(helpOf('start'), async (args, lang) => {
  const { values } = parse(args, {
    port: { type: 'string', default: '4321' },
    'no-serve': { type: 'boolean', default: false },
  });
  const start = performance.now();
  await demoSite(lang);
  if (values['no-serve']) return;
  const { address } = await serve(demoFolder, portOf(values.port));
  line(`\n  ${address}   (${seconds(start)})\n`);
});
