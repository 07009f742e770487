import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';
import { sheetToCsv } from '../../ingest/xlsx/workbook.ts';

/**
 * What the bench compares reading with, as a process of its own: `bare FILE` makes texts of the cells of every row and
 * checks nothing; `csv FILE` is our writing of a sheet as CSV, without the engine.
 */
const [kind, ...files] = process.argv.slice(2);

async function parse(path: string, part: string, parser: SaxesParser): Promise<void> {
  const zip = await yauzl.openPromise(path, { autoClose: false });
  const decoder = new TextDecoder();
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== part) continue;
    for await (const chunk of await zip.openReadStreamPromise(entry))
      parser.write(decoder.decode(chunk as Uint8Array, { stream: true }));
  }
  parser.close();
  zip.close();
}

async function stringsOf(path: string): Promise<string[]> {
  const strings: string[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  let text = '';
  parser.on('opentag', ({ name }) => {
    if (name === 'si') text = '';
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'si') strings.push(text);
  });
  await parse(path, 'xl/sharedStrings.xml', parser);
  return strings;
}

async function bare(path: string): Promise<number> {
  const strings = await stringsOf(path);
  const parser = new SaxesParser({ xmlns: false, position: false });
  let [rows, text, type] = [0, '', ''];
  let cells: string[] = [];
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') cells = [];
    else if (name === 'c') type = attributes.t ?? 'n';
    else if (name === 'v') text = '';
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'v') cells.push(type === 's' ? (strings[Number(text)] ?? '') : text);
    else if (name === 'row' && cells.length > 0) rows++;
  });
  await parse(path, 'xl/worksheets/sheet1.xml', parser);
  return rows;
}

let rows = 0;
for (const file of files)
  rows += kind === 'bare' ? await bare(file) : (await sheetToCsv(file, 0, `${file}.csv`)).rows;
console.log(`${rows} rows`);
