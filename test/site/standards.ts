import { readFileSync } from 'node:fs';
import { readCFF, validateCFF } from 'cffjs';
import jsonld from 'jsonld';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { Parser, Store } from 'n3';
import openGraphScraper from 'open-graph-scraper';
import ShaclValidator from 'rdf-validate-shacl';
import { folderWith } from '../support.ts';

/** Readers and validators that are not ours, for what the site publishes by the standards of others. */
const standard = (name: string): string => readFileSync(`test/files/standards/${name}`, 'utf8');

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What libxml2 finds wrong with an Atom feed; empty where it is valid. */
export function atomFaults(xml: string): string[] {
  const schema = XmlDocument.fromString(standard('atom.rng'));
  const validator = RelaxNGValidator.fromDoc(schema);
  try {
    const feed = XmlDocument.fromString(xml);
    try {
      validator.validate(feed);
      return [];
    } finally {
      feed.dispose();
    }
  } catch (error) {
    return [message(error)];
  } finally {
    validator.dispose();
    schema.dispose();
  }
}

/** What stands in a CITATION.cff against the schema of CFF 1.2.0. */
export function cffFaults(text: string): string[] {
  try {
    validateCFF(readCFF(`${folderWith({ 'CITATION.cff': text })}/CITATION.cff`));
    return [];
  } catch (error) {
    return [message(error)];
  }
}

/** Where a catalogue in JSON-LD misses what DCAT-AP wants. @param base the address it is read from */
export async function dcatFaults(catalogue: object, base: string): Promise<string[]> {
  // Nothing is asked of the network: contexts stand in the file.
  const quads = await jsonld.toRDF(catalogue, {
    base,
    format: 'application/n-quads',
    documentLoader: (url) => Promise.reject(new Error(`asked for ${url}`)),
  });
  const shapes = new Store(new Parser({ baseIRI: 'urn:shapes' }).parse(standard('dcat-ap.ttl')));
  const data = new Store(new Parser({ format: 'N-Quads' }).parse(quads));
  const report = await new ShaclValidator(shapes).validate(data);
  return report.results.map(
    ({ focusNode, path, message: said }) =>
      `${focusNode?.value} ${path?.value}: ${said.map((one) => one.value).join(' ')}`,
  );
}

/** What a messenger’s preview makes of a page. */
export async function openGraphOf(html: string) {
  const { error, result } = await openGraphScraper({ html });
  if (error) throw new Error(result.error ?? 'invalid OpenGraph');
  return result;
}
