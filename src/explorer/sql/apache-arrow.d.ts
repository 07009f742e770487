// The release that the browser engine needs (9.0.0) hides its types behind its exports: here is what the console uses.
declare module 'apache-arrow' {
  export class DataType {
    readonly typeId: number;
    toString(): string;
  }
  export class Bool extends DataType {}
  export class DateDay extends DataType {}
  export class Float64 extends DataType {}
  export class Int32 extends DataType {}
  export class Utf8 extends DataType {}
  export interface Vector {
    readonly length: number;
    get(index: number): unknown;
  }
  export function vectorFromArray(values: readonly unknown[], type: DataType): Vector;
  export class Table {
    constructor(columns: Record<string, Vector>);
    readonly numRows: number;
    readonly schema: { fields: { name: string; type: DataType }[] };
    getChildAt(index: number): Vector | null;
  }
  export function tableToIPC(table: Table, format: 'file' | 'stream'): Uint8Array;
  export function tableFromIPC(bytes: Uint8Array): Table;
}
