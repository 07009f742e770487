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
  type Dataset = ConstructorParameters<typeof import('rdf-validate-shacl').default>[0];
  export class Parser {
    constructor(options: { baseIRI?: string; format?: string });
    parse(text: string): object[];
  }
  export const Store: new (quads: object[]) => Dataset;
}
