import { command, parse, portOf } from '../src/cli/command.ts';
import { line, seconds } from '../src/cli/progress.ts';
import { serve } from '../src/cli/serve.ts';
import { demoFolder, demoSite } from '../src/cli/start.ts';

const usage = `npm start [-- options]

Ingests the demo set, builds the site and serves it. What has not changed is not done again.

  --port N       first port to try (default 4321)
  --no-serve     stop when the site is built
  --lang ru|en   language of messages
  --help`;

await command(usage, async (args, lang) => {
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
