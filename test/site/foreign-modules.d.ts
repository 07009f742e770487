// Neither package has types of its own; the tests need one function of each.
declare module 'jsonld' {
  interface Options {
    base: string;
    format: 'application/n-quads';
    documentLoader: (url: string) => Promise<never>;
  }
  const jsonld: { toRDF(document: object, options: Options): Promise<string> };
  export default jsonld;
}
declare module 'n3' {
  import type { DatasetCore, Quad } from '@rdfjs/types';
  export class Parser {
    constructor(options: { baseIRI?: string; format?: string });
    parse(text: string): Quad[];
  }
  export const Store: new (quads: Quad[]) => DatasetCore;
}
