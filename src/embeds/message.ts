/** What a page asks of an embed in it. */
export const ask = { dinamika: 'height?' } as const;

/** Heights that a page lets itself be stretched to: an embed gone wrong must not push everything else away. */
export const heights = { least: 60, most: 6000 } as const;

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** True for the one thing that an embed answers. */
export const isAsk = (data: unknown): boolean => isObject(data) && data.dinamika === ask.dinamika;

/** The answer. */
export const answer = (height: number) => ({ dinamika: 'height', height: Math.ceil(height) });

/** The height in an answer, in pixels; `null` for everything that is none. */
export function heightIn(data: unknown): number | null {
  if (!isObject(data) || data.dinamika !== 'height') return null;
  const { height } = data;
  if (typeof height !== 'number' || !Number.isInteger(height)) return null;
  return height >= heights.least && height <= heights.most ? height : null;
}

/** Where a message comes from. */
export interface Sender {
  source: unknown;
  origin: string;
  data: unknown;
}

/** The height that a page takes from a message: from its own frame, from the site's own origin, in our words. */
export function heightFrom(message: Sender, frame: unknown, origin: string): number | null {
  if (frame === null || message.source !== frame || message.origin !== origin) return null;
  return heightIn(message.data);
}

/**
 * Whom an embed answers: the page around it and nobody else. A sandboxed page has no origin to name, so it is answered
 * as anybody; a height tells nothing.
 * @returns the origin to address, or `null` for a message that is not answered
 */
export function answerTo(message: Sender, parent: unknown, self: unknown): string | null {
  if (parent === self || message.source !== parent || !isAsk(message.data)) return null;
  return message.origin === '' || message.origin === 'null' ? '*' : message.origin;
}
