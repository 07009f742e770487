import { crc32, deflateRawSync } from 'node:zlib';

/** A file in a ZIP container, and the lies that its headers tell. */
export interface ZipEntry {
  name: string;
  data: string | Uint8Array;
  /** Inflated size as declared. */
  declared?: number;
  crc?: number;
  /** General purpose flags; 1 is encrypted. */
  flags?: number;
}

/** Writes a ZIP container. Ours, because a library would refuse to write what the tests need. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declared, crc, flags = 0 } of entries) {
    const bytes = Buffer.from(data);
    const stored = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags | 0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc ?? crc32(bytes), 10);
    common.writeUInt32LE(stored.length, 14);
    common.writeUInt32LE(declared ?? bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, path);
    const file = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, stored]);
    files.push(file);
    offset += file.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

export interface SheetSpec {
  name?: string;
  state?: 'hidden' | 'veryHidden';
  /** Content of `<sheetData>`. */
  rows?: string;
  /** What follows `</sheetData>`. */
  after?: string;
  /** The whole part, instead of the above. */
  xml?: string | Uint8Array;
}

export interface BookSpec {
  sheets?: SheetSpec[];
  /** Contents of `<si>`. */
  strings?: string[];
  /** Number format codes: style 1 is the first, and so on; a number is a built-in id. */
  formats?: (string | number)[];
  date1904?: boolean;
  strict?: boolean;
  /** Prefix of every element of a sheet and of the workbook. */
  prefix?: string;
  /** Added to the parts, or put in their place; null takes a part out. */
  parts?: Record<string, string | null>;
  /** Appended as they are. */
  entries?: ZipEntry[];
}

const packageUri = 'http://schemas.openxmlformats.org/package/2006/relationships';
const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Addresses of the two dialects. */
const uris = (strict: boolean) =>
  strict
    ? {
        main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
        rel: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
      }
    : {
        main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        rel: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      };

/** Adds a prefix to every element name that has none. */
const prefixed = (xml: string, prefix: string | undefined): string =>
  prefix ? xml.replace(/<(\/?)(?=[A-Za-z]+[\s/>])/g, `<$1${prefix}:`) : xml;

function root(name: string, content: string, { strict = false, prefix }: BookSpec): string {
  const { main, rel } = uris(strict);
  const xmlns = prefix ? `xmlns:${prefix}` : 'xmlns';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${prefixed(
    `<${name} ${xmlns}="${main}" xmlns:r="${rel}" >${content}</${name}>`,
    prefix,
  )}`;
}

const relationships = (items: [id: string, type: string, target: string, more?: string][]): string =>
  `<?xml version="1.0"?><Relationships xmlns="${packageUri}">${items
    .map(
      ([id, type, target, more = '']) =>
        `<Relationship Id="${id}" Type="${type}" Target="${target}" ${more}/>`,
    )
    .join('')}</Relationships>`;

function styles(formats: (string | number)[], spec: BookSpec): string {
  const own = formats.flatMap((code, i) =>
    typeof code === 'string' ? [`<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(code)}"/>`] : [],
  );
  const ids = [0, ...formats.map((code, i) => (typeof code === 'string' ? 164 + i : code))];
  const xfs = ids.map((id) => `<xf numFmtId="${id}" xfId="0"/>`).join('');
  const base = '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>';
  return root('styleSheet', `<numFmts>${own.join('')}</numFmts>${base}<cellXfs>${xfs}</cellXfs>`, spec);
}

/** We do not read these; other readers, by which ours is measured, do. */
function contentTypes(sheets: number): string {
  const own: [string, string][] = [
    ['workbook', 'sheet.main'],
    ['sharedStrings', 'sharedStrings'],
    ['styles', 'styles'],
    ...Array.from({ length: sheets }, (_, i): [string, string] => [`worksheets/sheet${i + 1}`, 'worksheet']),
  ];
  const overrides = own.map(
    ([part, type]) =>
      `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
  );
  const rels =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${rels}${overrides.join('')}</Types>`;
}

/** Bytes of a minimal workbook. */
export function book(spec: BookSpec = {}): Buffer {
  const {
    sheets = [{ rows: '<row><c><v>1</v></c></row>' }],
    strings = [],
    formats = [],
    strict = false,
  } = spec;
  const { rel } = uris(strict);
  const listed = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escapeXml(name ?? `Лист${i + 1}`)}" sheetId="${i + 1}" r:id="rId${i + 1}" ${state ? `state="${state}"` : ''}/>`,
  );
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['rId1', `${rel}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml': root(
      'workbook',
      `<workbookPr ${spec.date1904 ? 'date1904="1"' : ''}/><sheets>${listed.join('')}</sheets>`,
      spec,
    ),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i): [string, string, string] => [
        `rId${i + 1}`,
        `${rel}/worksheet`,
        `worksheets/sheet${i + 1}.xml`,
      ]),
      ['rIdS', `${rel}/sharedStrings`, '/xl/sharedStrings.xml'],
      ['rIdT', `${rel}/styles`, 'styles.xml'],
      ['rIdX', `${rel}/externalLink`, 'https://example.invalid/other.xlsx', 'TargetMode="External"'],
    ]),
    'xl/sharedStrings.xml': root('sst', strings.map((si) => `<si>${si}</si>`).join(''), spec),
    'xl/styles.xml': styles(formats, spec),
  };
  sheets.forEach(({ rows = '', after = '', xml }, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      xml ?? root('worksheet', `<sheetData>${rows}</sheetData>${after}`, spec);
  });
  const all = Object.entries({ ...parts, ...spec.parts });
  return zip([
    ...all.flatMap(([name, data]) => (data === null ? [] : [{ name, data }])),
    ...(spec.entries ?? []),
  ]);
}
