import { type AddressKind, addressPatterns, embedFolders, headersOf, lostChart, lostPage } from './policy.ts';

export interface HostOptions {
  /** Folder of the built site on the server. */
  root: string;
  /** Path below which the site stands, with slashes at both ends. */
  base: string;
  /** Name of the server, such as `results.example.org`. */
  host: string;
  port: number;
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const variable = (header: string): string => `$dinamika_${header.toLowerCase().replaceAll('-', '_')}`;

const allHeaders = (): string[] => [...new Set(Object.values(headersOf).flatMap(Object.keys))];

/** One map per header: nginx drops inherited headers where a location adds its own, so there is one place for all. */
function headerMap(header: string, base: string): string {
  const value = (kind: AddressKind) => quoted(headersOf[kind][header] ?? '');
  const lines = addressPatterns.map(
    ([kind, pattern]) => `  ${quoted(`~^${literal(base)}${pattern.slice(1)}`)} ${value(kind)};`,
  );
  return `map $uri ${variable(header)} {\n  default ${value('page')};\n${lines.join('\n')}\n}`;
}

/**
 * A configuration of nginx for a built site, to be included inside `http {}`: headers by kind of address, compression,
 * the site's own page of a lost address. `gzip_static` is not needed: pages are small, the engine is cached.
 */
export function nginxConfig({ root, base, host, port }: HostOptions): string {
  const headers = allHeaders();
  const place = (below = '') =>
    base === '/' ? `root ${quoted(root)};` : `alias ${quoted(`${root.replace(/\/$/, '')}/${below}`)};`;
  return `# Dinamika: made by "npm run hosting -- nginx". Include it inside http { }.
${headers.map((header) => headerMap(header, base)).join('\n')}

server {
  listen ${port};
  server_name ${host};
  charset utf-8;
  absolute_redirect off;
  server_tokens off;
  index index.html;
  error_page 404 ${base}${lostPage};

  types {
    text/html html; text/css css; text/javascript js mjs; application/json json map; application/ld+json jsonld;
    application/geo+json geojson; application/schema+json schema; application/wasm wasm; application/xml xml;
    application/atom+xml atom; image/svg+xml svg; image/png png; image/x-icon ico; font/woff2 woff2; text/csv csv;
    text/plain txt sql cff bib md; text/calendar ics; application/zip zip; application/manifest+json webmanifest;
    application/vnd.apache.parquet parquet;
    application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;
    application/vnd.openxmlformats-officedocument.wordprocessingml.document docx;
  }
  default_type application/octet-stream;

  gzip on;
  gzip_vary on;
  gzip_min_length 512;
  gzip_comp_level 6;
  gzip_types text/css text/javascript text/csv text/plain text/calendar image/svg+xml application/json
    application/ld+json application/geo+json application/schema+json application/xml application/atom+xml
    application/manifest+json application/wasm;

${headers.map((header) => `  add_header ${header} ${variable(header)} always;`).join('\n')}

  location ${base} {
    ${place()}
  }
${embedFolders.map((folder) => `  location ${base}${folder} {\n    ${place(folder)}\n    error_page 404 ${base}${lostChart};\n  }`).join('\n')}
}
`;
}
