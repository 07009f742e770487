/** What an address asks the console to show. */
export type Wish =
  | { kind: 'nothing' }
  /** A query's text, from the fragment. */
  | { kind: 'text'; text: string }
  /** A worked question of the library, or an indicator's own SQL. */
  | { kind: 'question' | 'indicator'; id: string }
  /** The fragment cannot be read, or names what is not there. */
  | { kind: 'damaged'; value: string };

const mark = '#sql=';

/** Longer texts are cut by messengers and mail programs on the way. */
export const longestLink = 8000;

export interface Known {
  questions: readonly string[];
  indicators: readonly string[];
}

/** Reads the wish. Never throws. The query stands in the fragment, which a browser does not send to any server. */
export function readWish({ hash, searchParams }: URL, known: Known): Wish {
  if (hash.startsWith(mark)) {
    try {
      return { kind: 'text', text: decodeURIComponent(hash.slice(mark.length)).replaceAll('\r\n', '\n') };
    } catch {
      return { kind: 'damaged', value: hash.slice(mark.length, mark.length + 40) };
    }
  }
  for (const kind of ['question', 'indicator'] as const) {
    const id = searchParams.get(kind);
    if (id === null) continue;
    return known[`${kind}s`].includes(id) ? { kind, id } : { kind: 'damaged', value: id.slice(0, 60) };
  }
  return { kind: 'nothing' };
}

/** The address of a query's text, on this page. */
export function textLink(page: URL, text: string): URL {
  const link = new URL(page);
  link.search = '';
  // Brackets and quotes end a link early where a program guesses links in running text.
  const code = encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  link.hash = `${mark}${code}`;
  return link;
}

/** The address of a worked question or of an indicator's SQL. */
export function namedLink(page: URL, kind: 'question' | 'indicator', id: string): URL {
  const link = new URL(page);
  link.hash = '';
  link.search = new URLSearchParams({ [kind]: id }).toString();
  return link;
}
