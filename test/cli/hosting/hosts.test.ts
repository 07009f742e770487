import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { caddyConfig } from '../../../src/cli/hosting/caddy.ts';
import { headersFile } from '../../../src/cli/hosting/headers-file.ts';
import { nginxConfig } from '../../../src/cli/hosting/nginx.ts';
import { type AddressKind, headersOf } from '../../../src/cli/hosting/policy.ts';
import { serve } from '../../../src/cli/serve.ts';

/** Addresses behind the base and what they are. */
const addresses: [path: string, kind: AddressKind][] = [
  ['', 'page'],
  ['schools/a-1/', 'page'],
  ['en/schools/a-1/', 'page'],
  ['data/', 'page'],
  ['embed/dynamics/', 'embed'],
  ['en/embed/dynamics/', 'embed'],
  ['embed.js', 'open'],
  ['data/latest.json', 'open'],
  ['data/2025-09-01-b36553f1/results.csv', 'release'],
  ['explore/', 'page'],
  ['explore/sql/', 'page'],
  ['explore/tables/0123456789abcdef/school_results.parquet', 'edition'],
  ['explore/works/0123456789abcdef/vpr-russian.json', 'edition'],
  ['search/0123456789abcdef/ru.json', 'edition'],
  ['_astro/Page.CEYMwRBQ.css', 'assets'],
  ['_astro/engine-worker.BS-iNXMy.js', 'engine'],
  ['_astro/reader-worker-DBOBx5zS.js', 'reader'],
];

let site: string;

beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'dinamika-hosts-'));
  for (const [path] of [...addresses, ['404.html'] as const, ['embed/404.html'] as const]) {
    const file = join(site, path === '' || path.endsWith('/') ? `${path}index.html` : path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${path} ${'text of a page '.repeat(100)}`);
  }
});

afterAll(() => rmSync(site, { recursive: true, force: true }));

const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) {
    child.kill('SIGTERM');
    await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null)));
  }
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function started(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await fetch(address).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing answers at ${address}`);
}

async function headersAt(address: string, names: readonly string[]): Promise<Record<string, string | null>> {
  const { headers, status } = await fetch(address);
  expect(status).toBe(200);
  return Object.fromEntries(names.map((name) => [name, headers.get(name)]));
}

const allNames = [...new Set(Object.values(headersOf).flatMap(Object.keys))];
const expected = (kind: AddressKind) =>
  Object.fromEntries(allNames.map((name) => [name, headersOf[kind][name] ?? null]));

/** Every kind of address has its headers, exactly; a lost address is 404 with the policy of a page or of a chart. */
async function check(root: string): Promise<void> {
  for (const [path, kind] of addresses) {
    expect(await headersAt(`${root}${path}`, allNames), path).toEqual(expected(kind));
  }
  for (const [path, answer, kind] of [
    ['nowhere/', '404.html', 'page'],
    ['embed/dynamics/nobody/', 'embed/404.html', 'embed'],
    ['en/embed/pie/nobody/', 'embed/404.html', 'embed'],
  ] as const) {
    const lost = await fetch(`${root}${path}`);
    expect(lost.status, path).toBe(404);
    expect((await lost.text()).startsWith(`${answer} `), path).toBe(true);
    expect(lost.headers.get('Content-Security-Policy'), path).toBe(
      headersOf[kind]['Content-Security-Policy'],
    );
  }
}

const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

const bases = ['/', '/results/2025/'];

describe.each(bases)('below %s', (base) => {
  it('the preview sends the headers', async () => {
    const { address, close } = await serve(site, await freePort(), base);
    await check(address).finally(close);
  });

  it.skipIf(!has('nginx', '-v'))('nginx sends them, compresses and answers ranges', async () => {
    const port = await freePort();
    const work = mkdtempSync(join(tmpdir(), 'dinamika-nginx-'));
    const server = nginxConfig({ root: site, base, host: 'localhost', port }).replace(
      'listen ',
      'listen 127.0.0.1:',
    );
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${work}/${name};`)
      .join(' ');
    writeFileSync(
      join(work, 'nginx.conf'),
      `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${work}/pid; error_log ${work}/error.log;
       events {} http { access_log off; ${temporary} ${server} }`,
    );
    running.push(spawn('nginx', ['-c', join(work, 'nginx.conf')], { stdio: 'inherit' }));
    const root = `http://127.0.0.1:${port}${base}`;
    await started(root);
    await check(root);
    const page = await fetch(root, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(page.headers.get('content-encoding')).toBe('gzip');
    const part = await fetch(`${root}data/2025-09-01-b36553f1/results.csv`, {
      headers: { Range: 'bytes=0-9' },
    });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);
    const again = await fetch(root, {
      headers: { 'If-Modified-Since': page.headers.get('last-modified') ?? '' },
    });
    expect(again.status).toBe(304);
    rmSync(work, { recursive: true, force: true });
  });

  it.skipIf(!has('caddy', 'version'))('Caddy sends them', async () => {
    const port = await freePort();
    const work = mkdtempSync(join(tmpdir(), 'dinamika-caddy-'));
    const file = join(work, 'Caddyfile');
    const text = caddyConfig({ root: site, base, host: 'http://127.0.0.1', port });
    writeFileSync(file, `{\n  admin off\n}\n${text}`);
    const environment = { ...process.env, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work };
    running.push(
      spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
        stdio: 'ignore',
        env: environment,
      }),
    );
    const root = `http://127.0.0.1:${port}${base}`;
    await started(root);
    await check(root);
    rmSync(work, { recursive: true, force: true });
  });

  it('_headers of Netlify and Cloudflare gives each address each header once', () => {
    const rules = headersFile(site, base)
      .trim()
      .split(/\n(?! )/)
      .map((block) => block.split('\n  '));
    expect(rules.length).toBeLessThan(100);
    const given = (path: string): Record<string, string | null> => {
      const found: Record<string, string | null> = Object.fromEntries(allNames.map((name) => [name, null]));
      for (const [pattern = '', ...lines] of rules) {
        const matches = pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
        for (const line of matches ? lines : []) {
          const name = line.slice(0, line.indexOf(':'));
          expect(found[name], `${name} of ${path} twice`).toBeNull();
          found[name] = line.slice(name.length + 2);
        }
      }
      return found;
    };
    for (const [path, kind] of addresses) {
      // A worker's script is an asset as well, so it may be read by other origins: it is public code.
      const asset = kind === 'engine' || kind === 'reader' ? headersOf.assets : {};
      expect(given(`${base}${path}`), path).toEqual({ ...expected(kind), ...asset, ...headersOf[kind] });
    }
  });
});
