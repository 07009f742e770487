import { readdirSync, readFileSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import type { Preview } from '../serve.ts';

/** What the phone of the explorer's bench has: 1.6 Mbit/s, 150 ms to the host and back, a processor 4 times slower. */
const phone = { bytesPerSecond: 1.6e6 / 8, latency: 150, slower: 4 } as const;
const tick = 5;

interface Line {
  client: Socket;
  host: Socket;
  waiting: Buffer[];
  /** The host has closed; what waits is still sent. */
  over: boolean;
}

/** Gives each line its turn until the bytes of this tick are spent. @returns what is left of them */
function send(lines: Set<Line>, budget: number): number {
  let left = budget;
  for (const line of lines) {
    const share = Math.max(1, Math.floor(left / lines.size));
    const [chunk] = line.waiting;
    if (!chunk || left <= 0) continue;
    const part = chunk.subarray(0, Math.min(share, left));
    line.client.write(part);
    left -= part.length;
    if (part.length === chunk.length) line.waiting.shift();
    else line.waiting[0] = chunk.subarray(part.length);
    if (line.waiting.length > 0) continue;
    if (line.over) line.client.end();
    else line.host.resume();
  }
  return left;
}

/**
 * A slow line to a preview. The browser's own throttling leaves out what workers fetch, and the engine's worker fetches
 * more than all the rest: here everything goes through the same line.
 */
export async function slowLine(preview: Preview): Promise<Preview> {
  const { port, pathname } = new URL(preview.address);
  const lines = new Set<Line>();
  let saved = 0;
  let last = performance.now();
  const pump = setInterval(() => {
    const now = performance.now();
    // Without a burst: what was not used in a tick is gone.
    saved = Math.min(saved, 0) + ((now - last) / 1000) * phone.bytesPerSecond;
    last = now;
    while (saved >= 1 && [...lines].some(({ waiting }) => waiting.length > 0))
      saved = send(lines, Math.floor(saved));
  }, tick);
  const server = createServer((client) => {
    const host = createConnection(Number(port), '127.0.0.1');
    const line: Line = { client, host, waiting: [], over: false };
    lines.add(line);
    // The first words wait for the handshake as well.
    let open = performance.now() + phone.latency;
    client.on('data', (chunk) => {
      const at = Math.max(performance.now(), open) + phone.latency;
      open = Math.max(open, at - phone.latency);
      setTimeout(() => host.write(chunk), at - performance.now());
    });
    host.on('data', (chunk) => {
      line.waiting.push(chunk);
      host.pause();
    });
    const end = () => {
      lines.delete(line);
      client.destroy();
      host.destroy();
    };
    host.on('end', () => {
      line.over = true;
      if (line.waiting.length === 0) client.end();
    });
    host.on('error', end);
    for (const event of ['close', 'error']) client.on(event, end);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const own = typeof address === 'object' && address ? address.port : 0;
  return {
    address: `http://127.0.0.1:${own}${pathname}`,
    close: () => {
      clearInterval(pump);
      for (const { client } of lines) client.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Processes by number with the number of their parent. */
function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one)))
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      found.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]));
    } catch {
      // It has ended meanwhile.
    }
  return found;
}

const isRenderer = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
  } catch {
    return false;
  }
};

/** The processes in which the pages of our browsers run. */
export function renderers(): number[] {
  const all = parents();
  const isOurs = (pid: number): boolean => {
    for (let at = all.get(pid); at; at = all.get(at)) if (at === process.pid) return true;
    return false;
  };
  return [...all.keys()].filter((pid) => isOurs(pid) && isRenderer(pid));
}

/**
 * Makes pages and their workers slower while the work lasts: they run for a quarter of each 20 ms. The browser's own
 * throttling slows the page alone, while the engine works in a worker.
 */
export async function slowly<T>(work: () => Promise<T>): Promise<T> {
  const period = 20;
  let known: number[] = [];
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of known)
      try {
        process.kill(pid, name);
      } catch {
        // It has ended meanwhile.
      }
  };
  let over = false;
  let seen = 0;
  const turn = async () => {
    const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
    while (!over) {
      if (performance.now() - seen > 100) {
        known = renderers();
        seen = performance.now();
      }
      signal('SIGSTOP');
      await pause(period - period / phone.slower);
      signal('SIGCONT');
      await pause(period / phone.slower);
    }
  };
  const turning = turn();
  try {
    return await work();
  } finally {
    over = true;
    await turning;
  }
}
