import type { Cell, Row } from '../contract/engine.ts';

/** The part of an Arrow record batch that rows are made of. */
export interface Batch {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly ArrowField[] };
  getChildAt(index: number): { get(row: number): unknown } | null;
}

interface ArrowField {
  readonly name: string;
  readonly type: {
    readonly typeId: number;
    readonly unit?: number;
    readonly scale?: number;
    toString(): string;
  };
}

// Numbers of the Arrow format's type enumeration.
const nothing = 1;
const integer = 2;
const float = 3;
const utf8 = 5;
const boolean = 6;
const decimal = 7;
const date = 8;

/** Appends a batch to `rows`, its values as the contract's cells. */
export function appendRows(batch: Batch, rows: Row[]): void {
  const columns = batch.schema.fields.map((field, index) => {
    const vector = batch.getChildAt(index);
    return { name: field.name, cell: converter(field), value: (row: number) => vector?.get(row) ?? null };
  });
  for (let index = 0; index < batch.numRows; index++) {
    const row: Row = {};
    for (const { name, cell, value } of columns) {
      const raw = value(index);
      row[name] = raw === null ? null : cell(raw);
    }
    rows.push(row);
  }
}

// Dictionaries (ENUM) are refused with the rest: a streamed answer lacks their words and would read as nulls.
function converter({ name, type }: ArrowField): (value: unknown) => Cell {
  switch (type.typeId) {
    case integer:
      return Number;
    case float:
    case utf8:
    case boolean:
    case nothing:
      return (value) => value as Cell;
    case decimal:
      return (value) => decimalNumber(value as Uint32Array, type.scale ?? 0);
    case date:
      return type.unit === 0 ? day : instant;
    default:
      throw new Error(`unsupported type of column ${name}: ${type}`);
  }
}

const instant = (value: unknown): string => new Date(value as Date | number).toISOString();
const day = (value: unknown): string => instant(value).slice(0, 10);

/** The number nearest to a 128-bit decimal of four 32-bit words, lowest first. */
function decimalNumber([a = 0, b = 0, c = 0, d = 0]: Uint32Array, scale: number): number {
  const unsigned = BigInt(a) | (BigInt(b) << 32n) | (BigInt(c) << 64n) | (BigInt(d) << 96n);
  const digits = BigInt.asIntN(128, unsigned);
  // One correctly rounded division is exact enough while both sides are exact; beyond that the text is parsed.
  if (BigInt.asIntN(53, digits) === digits && scale <= 22) return Number(digits) / 10 ** scale;
  return Number(`${digits}e-${scale}`);
}
