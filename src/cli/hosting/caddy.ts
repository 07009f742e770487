import type { HostOptions } from './nginx.ts';
import { type AddressKind, addressPatterns, embedFolders, headersOf, lostChart, lostPage } from './policy.ts';

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
const quoted = (text: string): string => `\`${text}\``;

const headerLines = (kind: AddressKind): string =>
  Object.entries(headersOf[kind])
    .map(([name, value]) => `    ${name} ${quoted(value)}`)
    .join('\n');

/** The first pattern that matches decides: each later kind excludes the earlier ones. */
function matcher(kind: AddressKind, base: string): string {
  const at = addressPatterns.findIndex(([each]) => each === kind);
  const own = addressPatterns[at];
  const earlier = addressPatterns.slice(0, at === -1 ? undefined : at);
  const rule = (pattern: string) => `path_regexp ${quoted(`^${literal(base)}${pattern.slice(1)}`)}`;
  const lines = [
    ...(own ? [`    ${rule(own[1])}`] : []),
    ...earlier.map(([, pattern]) => `    not ${rule(pattern)}`),
  ];
  return `  @${kind} {\n${lines.join('\n')}\n  }\n  header @${kind} {\n${headerLines(kind)}\n  }`;
}

/** A Caddyfile for a built site: headers by kind of address, compression, the site's own page of a lost address. */
export function caddyConfig({ root, base, host, port }: HostOptions): string {
  const kinds: AddressKind[] = [...addressPatterns.map(([kind]) => kind), 'page'];
  const strip = base === '/' ? '' : `  uri strip_prefix ${base.slice(0, -1)}\n`;
  return `# Dinamika: made by "npm run hosting -- caddy".
${host}:${port} {
${kinds.map((kind) => matcher(kind, base)).join('\n')}
  encode zstd gzip
  root * ${quoted(root)}
${strip}  file_server
  handle_errors {
    @lost_chart path ${embedFolders.map((folder) => `/${folder}* ${base}${folder}*`).join(' ')}
    rewrite @lost_chart /${lostChart}
    @lost_page not path ${embedFolders.map((folder) => `/${folder}* ${base}${folder}*`).join(' ')}
    rewrite @lost_page /${lostPage}
    file_server
  }
}
`;
}
