declare module 'subset-font' {
  /** A font with the signs of a text only. The same font and text give the same bytes. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'sfnt' | 'woff' | 'woff2' },
  ): Promise<Buffer>;
}
