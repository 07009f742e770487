import { command, parse, portOf, UsageError } from '../src/cli/command.ts';
import { caddyConfig } from '../src/cli/hosting/caddy.ts';
import { nginxConfig } from '../src/cli/hosting/nginx.ts';

const usage = `npm run hosting -- nginx|caddy [options]

Prints the configuration of a web server for a built site: security headers, caching, compression, the page of a lost
address. For Netlify and Cloudflare Pages the build writes the same as _headers into the site.

  --root DIR     folder of the site on the server (default /srv/dinamika)
  --base PATH    path below which the site was built (default /)
  --host NAME    name of the server (default localhost)
  --port N       port (default 80)
  --lang ru|en   language of messages
  --help`;

const makers = { nginx: nginxConfig, caddy: caddyConfig };

await command(usage, async (args) => {
  const { values, positionals } = parse(args, {
    root: { type: 'string', default: '/srv/dinamika' },
    base: { type: 'string', default: '/' },
    host: { type: 'string', default: 'localhost' },
    port: { type: 'string', default: '80' },
  });
  const [kind = ''] = positionals;
  const make = makers[kind as keyof typeof makers];
  if (!make) throw new UsageError(`nginx or caddy, not “${kind}”`);
  if (!/^\/([\w.-]+\/)*$/.test(values.base))
    throw new UsageError(`--base takes a path such as / or /results/, not ${values.base}`);
  if (!/^[\w.-]+$/.test(values.host)) throw new UsageError(`--host takes a name, not ${values.host}`);
  if (/["`{}\r\n]/.test(values.root)) throw new UsageError('--root takes a path without quotes and braces');
  console.log(make({ root: values.root, base: values.base, host: values.host, port: portOf(values.port) }));
});
