const own = "'self'";

/**
 * What a page may load: only from its own origin, no inline script or style; wasm may be compiled. Everything that is
 * not named is forbidden. The same text stands in every page (for hosts that send no headers) and in the header.
 */
export const pagePolicy = [
  "default-src 'none'",
  `script-src ${own} 'wasm-unsafe-eval'`,
  `style-src ${own}`,
  `font-src ${own}`,
  `img-src ${own} data: blob:`,
  `connect-src ${own}`,
  `worker-src ${own}`,
  `frame-src ${own}`,
  `manifest-src ${own}`,
  `form-action ${own}`,
  "base-uri 'none'",
].join('; ');

/** A worker does not inherit the policy of the page: the engine gets its own. It may read our files, nothing else. */
export const workerPolicy = [
  "default-src 'none'",
  `script-src ${own} 'wasm-unsafe-eval'`,
  `connect-src ${own}`,
].join('; ');

/** The worker that reads a reader's own file, with pupils in it, may reach nothing at all, not even us. */
export const readerPolicy = "default-src 'none'";
