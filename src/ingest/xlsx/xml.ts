import { SaxesParser } from 'saxes';
import { Fault } from '../../contract/fault.ts';
import { Bypass, type Take, type Watched } from './bypass.ts';
import type { Package } from './entries.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Receives elements of the part's main namespace by local name; others keep a colon in theirs. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Reads children of one kind in the parser's place where it can: see `Bypass`. */
  readonly faster?: { parent: string; child: string; take: Take };
}

/** No element of a workbook spans this much, and the parser holds a text or tag whole. */
const longestRun = 2 ** 20;
const deepest = 128;

/**
 * Turns prefixed names into local ones. Prefixes are resolved once, at the root, by what they are bound to there:
 * strict and transitional OOXML differ in the address only, and some writers prefix every element with `x:`.
 */
function localNames(): { root(name: string, attributes: Attributes): void; local(name: string): string } {
  const prefixes = new Set<string>();
  const known = new Map<string, string>();
  const split = (name: string): [string, string] => {
    const at = name.indexOf(':');
    return at === -1 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
  };
  return {
    root(name, attributes) {
      const [prefix] = split(name);
      prefixes.add(prefix);
      const address = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`];
      for (const [key, value] of Object.entries(attributes)) {
        if (value !== address) continue;
        if (key === 'xmlns') prefixes.add('');
        else if (key.startsWith('xmlns:')) prefixes.add(key.slice(6));
      }
    },
    local(name) {
      const cached = known.get(name);
      if (cached !== undefined) return cached;
      const [prefix, own] = split(name);
      const result = prefixes.has(prefix) ? own : `${prefix}:${own}`;
      if (known.size < 1000) known.set(name, result);
      return result;
    },
  };
}

/** Without DOCTYPE there are no entities but the five of XML itself: nothing expands, nothing is fetched. */
function createParser(part: string, file: string, handler: XmlHandler): { watched: Watched; close(): void } {
  const names = localNames();
  const parser = new SaxesParser({ xmlns: false, position: false });
  const watched = { depth: 0, tags: 0, opened: '', write: (text: string) => void parser.write(text) };
  const damaged = (message: string) => new Fault('damaged-xlsx', { file }, { part, message });
  parser.on('doctype', () => {
    throw new Fault('xlsx-doctype', { file }, { part });
  });
  parser.on('error', (error) => {
    throw damaged(error.message.replace(/^[\s\d?:]+/, ''));
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (watched.depth === 0) names.root(name, attributes);
    if (++watched.depth > deepest) throw damaged(`depth > ${deepest}`);
    watched.tags++;
    watched.opened = names.local(name);
    handler.open(watched.opened, attributes);
  });
  if (handler.text) parser.on('text', handler.text.bind(handler));
  if (handler.text) parser.on('cdata', handler.text.bind(handler));
  parser.on('closetag', ({ name }) => {
    watched.depth--;
    watched.tags++;
    watched.opened = '';
    handler.close?.(names.local(name));
  });
  return { watched, close: () => void parser.close() };
}

/** XML is UTF-8 unless it starts with a mark of UTF-16. */
function decoderFor(head: Uint8Array): TextDecoder {
  const utf16 =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : '';
  return new TextDecoder(utf16 || 'utf-8', { fatal: true });
}

/**
 * Parses a part of a workbook, giving way after every chunk: the caller may write out what it has, or stop.
 * @throws Fault `damaged-xlsx` when it is not well-formed XML in UTF-8 or UTF-16, `xlsx-doctype`
 */
export async function* parsePart(
  source: Package,
  part: string,
  handler: XmlHandler,
  maxBytes?: number,
): AsyncGenerator<void> {
  const parser = createParser(part, source.file, handler);
  const { watched } = parser;
  const { parent = '', child = '', take = () => -1 } = handler.faster ?? {};
  const bypass = handler.faster && new Bypass(watched, parent, child, take);
  const damaged = (message: string) => new Fault('damaged-xlsx', { file: source.file }, { part, message });
  const progress = () => watched.tags + (bypass?.taken ?? 0);
  let run = 0;
  let decoder: TextDecoder | undefined;
  for await (const chunk of source.read(part, maxBytes)) {
    decoder ??= decoderFor(chunk);
    const before = progress();
    (bypass ?? watched).write(decode(decoder, chunk, damaged));
    run = progress() === before ? run + chunk.length : 0;
    if (run > longestRun) throw damaged(`> ${longestRun}`);
    yield;
  }
  if (!decoder) throw damaged('0');
  (bypass ?? watched).write(decode(decoder, undefined, damaged));
  bypass?.end();
  parser.close();
}

function decode(
  decoder: TextDecoder,
  chunk: Uint8Array | undefined,
  damaged: (message: string) => Fault,
): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw damaged(decoder.encoding);
  }
}

/** Parses a small part to its end. */
export async function parseWhole(source: Package, part: string, handler: XmlHandler): Promise<void> {
  const parsing = parsePart(source, part, handler, source.limits.smallPartBytes);
  while (!(await parsing.next()).done);
}
