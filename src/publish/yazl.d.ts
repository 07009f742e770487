/** The part of yazl that is used here; the package brings no types. */
declare module 'yazl' {
  interface EntryOptions {
    mtime: Date;
    mode: number;
    forceDosTimestamp?: boolean;
    compressionLevel?: number;
  }
  export class ZipFile {
    readonly outputStream: NodeJS.ReadableStream;
    addFile(path: string, name: string, options: EntryOptions): void;
    addBuffer(bytes: Buffer, name: string, options: EntryOptions): void;
    addReadStream(stream: NodeJS.ReadableStream, name: string, options: EntryOptions): void;
    end(): void;
  }
}
