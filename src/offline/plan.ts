/**
 * How an address is answered: `pass` leaves it to the browser; `page` asks the network first and falls back on the
 * copy; `frozen` never changes under its name, so the copy will do; `checked` is a file that may change.
 */
export type Plan = 'pass' | 'page' | 'frozen' | 'checked';

/** The parts of a request that decide. */
export interface Asked {
  url: string;
  method: string;
  mode: string;
  headers: { has(name: string): boolean };
}

/** Always from the network: what tells that there is something new, and the worker itself, or neither could be replaced. */
const neverKept = new Set(['sw.js', 'edition.json', 'data/latest.json']);

/** Named by content, release or edition. */
const frozen = [
  /^_astro\//,
  /^data\/\d{4}-\d{2}-\d{2}-[0-9a-f]{8}\//,
  /^search\/[0-9a-f]{16}\//,
  /^explore\/(works|tables)\/[0-9a-f]{16}\//,
];

/** @param scope the root of the site, absolute, with a slash at its end */
export function planOf({ url, method, mode, headers }: Asked, scope: string): Plan {
  if (method !== 'GET' || headers.has('range') || !url.startsWith(scope)) return 'pass';
  const [path = ''] = url.slice(scope.length).split(/[?#]/);
  if (neverKept.has(path)) return 'pass';
  if (mode === 'navigate') return 'page';
  return frozen.some((pattern) => pattern.test(path)) ? 'frozen' : 'checked';
}
