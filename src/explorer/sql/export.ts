import {
  Bool,
  type DataType,
  DateDay,
  Float64,
  Int32,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import type { Cell } from '../../contract/engine.ts';
import type { FileEngine } from '../../query/attach.ts';
import { sqlLiteral, sqlName } from '../../query/literal.ts';
import type { Answer, AnswerColumn } from './answer.ts';

function arrowType({ type }: AnswerColumn): DataType {
  if (type === 'BOOLEAN') return new Bool();
  if (type === 'DATE') return new DateDay();
  if (/^U?(TINY|SMALL)INT$|^INTEGER$/.test(type)) return new Int32();
  return /INT|DECIMAL|FLOAT|DOUBLE/.test(type) ? new Float64() : new Utf8();
}

const arrowValue = (type: DataType, value: Cell): unknown =>
  value !== null && type instanceof DateDay ? new Date(`${value}T00:00:00Z`) : value;

/** The answer as Arrow: whole numbers up to 32 bits as such, wider ones and decimals as doubles, timestamps as text. */
export function toArrow({ columns, rows }: Answer, format: 'file' | 'stream' = 'file'): Uint8Array {
  const vectors = columns.map((column, index) => {
    const type = arrowType(column);
    const values = rows.map((row) => arrowValue(type, row[index] ?? null));
    return [`${index}`, vectorFromArray(values, type)] as const;
  });
  const table = new Table(Object.fromEntries(vectors));
  // Keys that look like numbers would be sorted; names are put on last, in the order of the answer.
  for (const [index, { name }] of columns.entries()) {
    const field = table.schema.fields[index];
    if (field) field.name = name;
  }
  return tableToIPC(table, format);
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
