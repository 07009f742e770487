import { inLanguage } from '../charts/every.ts';
import type { Language } from '../contract/vocabulary.ts';
import { madeAhead, type Whose } from './ahead.ts';

/** Drawings of somebody's page by name, each for every language. */
export type Drawings = Readonly<Record<string, string>>;

let recording: Map<string, string> | undefined;

/** Whose page is being made, with what was drawn for it; its languages come one after the other. */
let current: { of: Whose; drawings: Record<string, string> } | undefined;

/** What is drawn already when a page begins; of the region, which has one page, nothing is drawn ahead. */
function begin(of: Whose): Record<string, string> {
  const made = of.level === 'region' ? null : madeAhead(of, 'drawings');
  return made ? (JSON.parse(made.toString()) as Record<string, string>) : {};
}

/**
 * A drawing on somebody's page in one language: drawn ahead, or for another language, or now.
 * @param name tells it from all others of theirs
 * @param make draws it for every language
 */
export function drawing(of: Whose, name: string, lang: Language, make: () => string): string {
  if (recording) {
    const made = make();
    recording.set(name, made);
    return inLanguage(made, lang);
  }
  if (current?.of.id !== of.id || current.of.level !== of.level) current = { of, drawings: begin(of) };
  current.drawings[name] ??= make();
  return inLanguage(current.drawings[name], lang);
}

/** Everything that `work` draws, by name. */
export function recorded(work: () => void): Drawings {
  recording = new Map();
  try {
    work();
    return Object.fromEntries(recording);
  } finally {
    recording = undefined;
  }
}
