import {
  bool,
  columnFromArray,
  type DataType,
  dateDay,
  float64,
  int32,
  tableFromColumns,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import type { Cell } from '../../contract/engine.ts';
import type { FileEngine } from '../../query/attach.ts';
import { sqlLiteral, sqlName } from '../../query/literal.ts';
import type { Answer, AnswerColumn } from './answer.ts';

function arrowType({ type }: AnswerColumn): DataType {
  if (type === 'BOOLEAN') return bool();
  if (type === 'DATE') return dateDay();
  if (/^U?(TINY|SMALL)INT$|^INTEGER$/.test(type)) return int32();
  return /INT|DECIMAL|FLOAT|DOUBLE/.test(type) ? float64() : utf8();
}

const arrowValue = (column: AnswerColumn, value: Cell): unknown =>
  value !== null && column.type === 'DATE' ? new Date(`${value}T00:00:00Z`) : value;

/** The answer as Arrow: whole numbers up to 32 bits as such, wider ones and decimals as doubles, timestamps as text. */
export function toArrow({ columns, rows }: Answer, format: 'file' | 'stream' = 'file'): Uint8Array {
  const named = columns.map((column, index): [string, ReturnType<typeof columnFromArray>] => {
    const values = rows.map((row) => arrowValue(column, row[index] ?? null));
    return [column.name, columnFromArray(values, arrowType(column))];
  });
  const bytes = tableToIPC(tableFromColumns(named), { format });
  if (!bytes) throw new Error('no Arrow bytes');
  return bytes;
}

/**
 * The answer as Parquet with the engine's own types. Written by an engine of its own, which sees no text of the
 * reader's: the console's is sealed and may not write.
 */
export async function toParquet(answer: Answer, open: () => Promise<FileEngine>): Promise<Uint8Array> {
  const engine = await open();
  try {
    await engine.insertArrow('answer', toArrow(answer, 'stream'));
    const columns = answer.columns.map(
      ({ name, type }) =>
        `CAST(${sqlName(name)} AS ${/^TIMESTAMP/.test(type) ? 'TIMESTAMP' : type}) AS ${sqlName(name)}`,
    );
    const file = 'answer.parquet';
    // Written into memory, not onto a disk, wherever this engine runs.
    await engine.register(file, new Uint8Array());
    await engine.run(
      `COPY (SELECT ${columns.join(', ')} FROM answer) TO ${sqlLiteral(file)} (FORMAT parquet, CODEC 'zstd')`,
    );
    return await engine.fileBytes(file);
  } finally {
    await engine.close();
  }
}
