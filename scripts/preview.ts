import { command, parse, portOf } from '../src/cli/command.ts';
import { line } from '../src/cli/progress.ts';
import { serve } from '../src/cli/serve.ts';

const usage = `npm run preview [-- options]

Serves a built site on this machine.

  --dir DIR      folder of the site (default dist)
  --port N       first port to try (default 4321)
  --base PATH    path below which it was built (default /)
  --lang ru|en   language of messages
  --help`;

await command(usage, async (args) => {
  const { values } = parse(args, {
    dir: { type: 'string', default: 'dist' },
    port: { type: 'string', default: '4321' },
    base: { type: 'string', default: '/' },
  });
  const { address } = await serve(values.dir, portOf(values.port), values.base);
  line(address);
});
