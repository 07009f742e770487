declare module 'yazl' {
  /** The part of yazl that is used here: a ZIP file written from buffers. */
  export class ZipFile {
    readonly outputStream: NodeJS.ReadableStream;
    addBuffer(
      content: Buffer,
      path: string,
      options?: { mtime?: Date; mode?: number; compress?: boolean; forceDosTimestamp?: boolean },
    ): void;
    end(): void;
  }
}
