import type { Language } from '../contract/vocabulary.ts';
import { type ProgressWords, progressWords } from '../i18n/progress.ts';
import { logStage } from './run-log.ts';

// Progress goes to the error stream, so that the output of a command can be kept without it.
const isTerminal = process.stderr.isTTY === true;

let words: ProgressWords = progressWords.ru;

/** The language of all lines from here on; `command` sets it once. */
export function speakIn(lang: Language): void {
  words = progressWords[lang];
}

/** Words of progress in the language that is spoken. */
export const spoken = (): ProgressWords => words;

/** Seconds with one decimal, as progress lines show them. */
export const seconds = (from: number): string =>
  words.seconds(((performance.now() - from) / 1000).toFixed(1));

/** Rewrites the current line on a terminal; elsewhere prints nothing, so that logs stay short. */
export function progress(text: string): void {
  if (isTerminal) process.stderr.write(`\r\x1b[2K${text}`);
}

/** Prints a line that stays. */
export function line(text: string): void {
  if (isTerminal) process.stderr.write('\r\x1b[2K');
  console.log(text);
}

export type Stage = keyof ProgressWords['stages'];

/** Runs a stage, prints what it did and how long it took, and notes that in the log of the run. */
export async function stage<T>(
  id: Stage,
  work: () => Promise<T>,
  told: (result: T) => string = () => '',
): Promise<T> {
  const start = performance.now();
  const name = words.stages[id];
  if (isTerminal) progress(`${name} …`);
  else console.log(`… ${name}`);
  const result = await logStage(id, work);
  const text = told(result);
  line(`✓ ${name}${text ? `: ${text}` : ''} (${seconds(start)})`);
  return result;
}
