// The engine's worker script, served as it is from our own origin, started with the addresses of the engine's own
// worker and of its wasm module: `engine-worker.js#worker=<url>&wasm=<url>`. DuckDB's worker never answers when the
// module cannot be had or compiled; this file makes it say why.

const addresses = new URLSearchParams(location.hash.slice(1));
const workerUrl = addresses.get('worker') ?? '';
const wasmUrl = addresses.get('wasm') ?? '';

/** @param {unknown} reason */
const fault = (reason) => postMessage({ engineFault: String(reason) });

addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  fault(event.reason);
});

const fetchAsIs = globalThis.fetch;

// The module is most of what there is to wait for: it is under way before DuckDB's own code is here to ask for it.
/** @type {Promise<Response> | undefined} */
let early = fetchAsIs(wasmUrl);
early.catch(() => undefined);

/** @param {RequestInfo | URL} input @param {RequestInit} [init] */
globalThis.fetch = async (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  if (address !== wasmUrl) return fetchAsIs(input, init);
  const response = await (early ?? fetchAsIs(input, init));
  early = undefined;
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || type.startsWith('text/'))
    throw new Error(`no engine at ${address}: ${response.status}`);
  // Simple hosts send .wasm as octet-stream, which streaming compilation refuses.
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/wasm');
  return new Response(response.body, { status: 200, headers });
};

try {
  // @ts-expect-error: a classic worker's global, absent from the page's library
  importScripts(workerUrl);
} catch (error) {
  fault(error);
}
