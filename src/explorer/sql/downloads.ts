import { fill } from '../../i18n/explorer-messages.ts';
import { noCode } from '../engine.ts';
import { save } from '../save.ts';
import type { Answer } from './answer.ts';
import type { ConsolePage } from './config.ts';

const kinds = {
  csv: 'text/csv;charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.file',
} as const;
export type FileKind = keyof typeof kinds;
export const fileKinds = Object.keys(kinds) as FileKind[];

async function content(answer: Answer, kind: FileKind): Promise<string | Uint8Array> {
  if (kind === 'csv') return (await import('../csv.ts').catch(noCode)).toCsv(answer);
  const { toArrow, toParquet } = await import('./export.ts').catch(noCode);
  if (kind === 'arrow') return toArrow(answer);
  const { openWasm } = await import('../../query/wasm.ts').catch(noCode);
  return toParquet(answer, () => openWasm());
}

/** Saves an answer as a file; says what it does, and what went wrong. */
export async function download(
  { document, config }: Pick<ConsolePage, 'document' | 'config'>,
  answer: Answer,
  kind: FileKind,
  say: (text: string) => void,
): Promise<void> {
  const file = `${config.fileName}.${kind}`;
  say(fill(config.words.saving, { file }));
  try {
    save(document, file, kinds[kind], await content(answer, kind));
    say(fill(config.words.saved, { file }));
  } catch (error) {
    console.error(error);
    say(
      fill(config.words.notSaved, { file, reason: error instanceof Error ? error.message : String(error) }),
    );
  }
}
