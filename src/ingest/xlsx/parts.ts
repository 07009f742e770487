import { Fault } from '../../contract/fault.ts';
import type { Package } from './entries.ts';
import { type Attributes, parseWhole } from './xml.ts';

interface Relationship {
  /** Last word of the type: strict and transitional OOXML differ before it. */
  type: string;
  part: string;
}

/** A sheet with cells, in the order of the workbook. */
export interface SheetPart {
  name: string;
  hidden: boolean;
  part: string;
}

/** The parts of a workbook that matter here. */
export interface Parts {
  sheets: SheetPart[];
  date1904: boolean;
  sharedStrings: string | undefined;
  styles: string | undefined;
}

/** Address of a part, relative to the folder of another one or to the root of the container. */
function resolve(base: string, target: string): string {
  let path = target.replaceAll('\\', '/');
  try {
    path = decodeURIComponent(path);
  } catch {
    // Not an escaped address; taken as it stands.
  }
  const steps = path.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Relationships of a part. External ones (links to other files) are never followed, so they are left out. */
async function relationships(source: Package, part: string): Promise<Map<string, Relationship>> {
  const at = part.lastIndexOf('/') + 1;
  const found = new Map<string, Relationship>();
  await parseWhole(source, `${part.slice(0, at)}_rels/${part.slice(at)}.rels`, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: resolve(part, Target) });
    },
  });
  return found;
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
const relationshipId = (attributes: Attributes): string =>
  Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';

/**
 * The part that a package of Office is about.
 * @throws Fault `ods-workbook`, `xlsb-workbook`, `not-a-workbook`: what else a ZIP container may be
 */
export async function mainPart(source: Package): Promise<string> {
  const { file } = source;
  if (source.has('content.xml') && source.has('mimetype')) throw new Fault('ods-workbook', { file });
  if (!source.has('_rels/.rels')) throw new Fault('not-a-workbook', { file }, { format: 'ZIP' });
  const main = [...(await relationships(source, '')).values()].find(({ type }) => type === 'officeDocument');
  if (!main) throw new Fault('not-a-workbook', { file }, { format: 'ZIP' });
  if (main.part.toLowerCase().endsWith('.bin')) throw new Fault('xlsb-workbook', { file });
  return main.part;
}

/**
 * Finds the sheets of a workbook.
 * @throws Fault `ods-workbook`, `xlsb-workbook`, `not-a-workbook`, `damaged-xlsx`
 */
export async function readParts(source: Package): Promise<Parts> {
  const { file } = source;
  const main = await mainPart(source);
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let date1904 = false;
  let root = '';
  await parseWhole(source, main, {
    open(name, attributes) {
      root ||= name;
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const { name: title = '', state = 'visible' } = attributes;
      listed.push({ name: title, hidden: state !== 'visible', id: relationshipId(attributes) });
    },
  });
  if (root !== 'workbook') throw new Fault('not-a-workbook', { file }, { format: root.slice(0, 40) });
  const related = await relationships(source, main);
  // One that is named and missing is not needed; a cell that does need it is refused then.
  const partOf = (type: string) =>
    [...related.values()].find((each) => each.type === type && source.has(each.part))?.part;
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const target = related.get(id);
    // Chart sheets and macro sheets have no cells.
    return target?.type === 'worksheet' ? [{ name, hidden, part: target.part }] : [];
  });
  if (sheets.length === 0 || sheets.length > source.limits.entries)
    throw new Fault('damaged-xlsx', { file }, { part: main, message: `sheets = ${sheets.length}` });
  return { sheets, date1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}
