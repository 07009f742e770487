import type { ProgressWords } from '../i18n/progress.ts';
import type { FileProgress } from '../ingest/reader.ts';

/** Where progress is shown, and by which clock. */
export interface ProgressView {
  words: ProgressWords;
  /** True where a line can be written over. */
  isTerminal: boolean;
  /** Writes over the current line of a terminal, or adds a line to a log. */
  show(text: string): void;
  /** Milliseconds. */
  now(): number;
}

/** A log gets a line at most every so many milliseconds. */
const logEvery = 5000;

/** Seconds to five, then to ten, minutes after two of them: an estimate that claims no more than it knows. */
export function roughTime(seconds: number, words: ProgressWords): string {
  if (seconds >= 120) return words.minutes(Math.round(seconds / 60));
  if (seconds >= 30) return words.seconds(Math.ceil(seconds / 10) * 10);
  return words.seconds(Math.max(5, Math.ceil(seconds / 5) * 5));
}

/** Follows the reading of files: which one, how many, and how long the rest will take at the pace so far. */
export class FileWatch {
  readonly #view: ProgressView;
  /** What was read so far, by format: a byte of a workbook takes many times as long as a byte of text. */
  readonly #pace = { csv: { bytes: 0, time: 0 }, xlsx: { bytes: 0, time: 0 } };
  #begun: number;
  #shown: number;
  read = 0;
  unchanged = 0;

  constructor(view: ProgressView) {
    this.#view = view;
    this.#begun = view.now();
    this.#shown = view.now();
  }

  /** Milliseconds that the rest will take; undefined while nothing of its format has been read. */
  #left({ bytesLeft }: FileProgress): number | undefined {
    let time = 0;
    for (const format of ['csv', 'xlsx'] as const) {
      if (bytesLeft[format] === 0) continue;
      const { bytes, time: spent } = this.#pace[format];
      if (bytes === 0) return undefined;
      time += (bytesLeft[format] / bytes) * spent;
    }
    return time;
  }

  step(step: FileProgress): void {
    const now = this.#view.now();
    if (step.state === 'begun') {
      this.#begun = now;
      this.#tell(step, now);
      return;
    }
    if (step.state === 'unchanged') {
      this.unchanged++;
      return;
    }
    this.read++;
    this.#pace[step.format].bytes += step.bytes;
    this.#pace[step.format].time += now - this.#begun;
  }

  #tell(step: FileProgress, now: number): void {
    const { words, isTerminal, show } = this.#view;
    if (!isTerminal && now - this.#shown < logEvery) return;
    this.#shown = now;
    const left = this.#left(step);
    const rest = left === undefined || left < 1000 ? '' : `, ${words.left(roughTime(left / 1000, words))}`;
    show(`${words.stages.ingest}: ${words.file(step.file, step.files)}${rest}: ${step.name}`);
  }

  /** What was done, for the line that stays. */
  told(): string {
    return this.#view.words.files(this.read, this.unchanged);
  }
}
