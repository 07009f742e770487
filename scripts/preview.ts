import { command, parse, portOf } from '../src/cli/command.ts';
import { line } from '../src/cli/progress.ts';
import { serve } from '../src/cli/serve.ts';
import { helpOf } from '../src/i18n/commands.ts';

await command(helpOf('preview'), async (args) => {
  const { values } = parse(args, {
    dir: { type: 'string', default: 'dist' },
    port: { type: 'string', default: '4321' },
    base: { type: 'string', default: '/' },
  });
  const { address } = await serve(values.dir, portOf(values.port), values.base);
  line(address);
});
