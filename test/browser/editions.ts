import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Preview, serve } from '../../src/cli/serve.ts';
import { dataset, header, profile } from '../support-set.ts';

async function node(...args: string[]): Promise<void> {
  const run = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [run.stdout, run.stderr])
    stream.on('data', (chunk) => {
      text += chunk;
    });
  const [status] = await once(run, 'close');
  if (status !== 0) throw new Error(text);
}

/** Three schools and two years; `more` pupils of each fail. */
const rows = (more: number): string[] =>
  [1, 2, 3].flatMap((school) =>
    [2022, 2023].map(
      (year) =>
        `sch00${school};СОШ № ${school};m1;Первый район;${year};5;Математика;${40 + school};${12 + more};${14 - more};12;${2 + school}`,
    ),
  );

/** Sites of two releases of a small region, the second with both of them; `withdrawn` is the second without its worker. */
export interface Editions {
  a: string;
  b: string;
  withdrawn: string;
  remove(): void;
}

/** Reads and builds a small region twice, as an operator would. */
export async function makeEditions(): Promise<Editions> {
  const root = mkdtempSync(join(tmpdir(), 'dinamika-editions-'));
  const [set, data, work] = ['set', 'data', 'work'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(set);
  writeFileSync(join(set, 'profile.json'), JSON.stringify(profile));
  const site = (name: string) => join(root, name);
  const read = async (more: number, released: string) => {
    writeFileSync(join(set, 'dataset.json'), JSON.stringify({ ...dataset, released }));
    writeFileSync(join(set, 'results.csv'), `${[header, ...rows(more)].join('\n')}\n`);
    await node('scripts/ingest.ts', set, '--out', data, '--work', work, '--preset', 'public');
  };
  await read(0, '2024-01-01');
  await node('scripts/build.ts', '--data', data, '--out', site('a'));
  await read(9, '2024-02-01');
  await Promise.all([
    node('scripts/build.ts', '--data', data, '--out', site('b')),
    node('scripts/build.ts', '--data', data, '--out', site('withdrawn'), '--no-offline'),
  ]);
  return {
    ...{ a: site('a'), b: site('b'), withdrawn: site('withdrawn') },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** One address at which sites are deployed one after the other, and which can be cut off. */
export interface Host {
  address: string;
  /** Paths asked for since the last deployment. */
  asked: string[];
  deploy(site: string | null): Promise<void>;
  close(): Promise<void>;
}

export async function openHost(): Promise<Host> {
  let now: Preview | null = null;
  const asked: string[] = [];
  const server = createServer((from, to) => {
    if (!now) return void from.socket.destroy();
    asked.push(from.url ?? '');
    const { hostname, port } = new URL(now.address);
    const on = request({ hostname, port, path: from.url, headers: from.headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 500, answer.headers);
      // A site that is taken away in the middle of an answer must not leave the reader waiting for the rest.
      answer.on('error', () => to.destroy());
      answer.pipe(to);
    });
    on.on('error', () => to.destroy());
    from.pipe(on);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const deploy = async (site: string | null) => {
    const before = now;
    now = null;
    await before?.close();
    asked.length = 0;
    if (site !== null) now = await serve(site, port + 1);
  };
  const close = async () => {
    await deploy(null);
    await new Promise((resolve) => server.close(resolve).closeAllConnections());
  };
  return { address: `http://127.0.0.1:${port}/`, asked, deploy, close };
}
