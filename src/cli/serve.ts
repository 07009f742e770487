import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { Fault } from '../contract/fault.ts';
import { headersOf, kindOf, lostAt, lostPage } from './hosting/policy.ts';

const attempts = 20;

function listen(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error);
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

/** The headers that a host is told to send, so that what a strict policy breaks breaks here first. */
function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(headersOf[kindOf(path.slice(1))]))
    response.setHeader(name, value);
}

/** A running preview of a built site. */
export interface Preview {
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a built site on the loopback address, on the first free port from `port` on.
 * @throws Fault `no-site`, `no-port`
 */
export async function serve(folder: string, port: number, base = '/'): Promise<Preview> {
  if (!existsSync(join(folder, 'index.html'))) throw new Fault('no-site', { file: folder });
  const files = sirv(folder, {
    brotli: true,
    etag: true,
    setHeaders: (response, path) => setHeaders(response, path),
    onNoMatch: (request, response) => notFound(response, request.url ?? '/'),
  });
  const notFound = (response: ServerResponse, url: string) => {
    const path = lostAt(url.slice(1));
    const file = join(folder, path);
    setHeaders(response, `/${path}`);
    response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
    response.end(readFileSync(existsSync(file) ? file : join(folder, lostPage)));
  };
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (base !== '/' && !url.startsWith(base)) return notFound(response, '/');
    if (base !== '/') request.url = `/${url.slice(base.length)}`;
    files(request, response);
  });
  for (let at = port; at < port + attempts; at++) {
    if (!(await listen(server, at, '127.0.0.1'))) continue;
    return {
      address: `http://127.0.0.1:${at}${base}`,
      close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
    };
  }
  throw new Fault('no-port', {}, { port });
}
