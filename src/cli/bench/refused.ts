import { Fault } from '../../contract/fault.ts';
import { sheetToCsv } from '../../ingest/xlsx/workbook.ts';

/** Reads the first sheet of a workbook and prints the fault that stopped it, as a process of its own. */
const [path = ''] = process.argv.slice(2);
try {
  const { rows } = await sheetToCsv(path, 0, `${path}.csv`);
  console.log(`${rows} rows`);
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  console.log(error.code);
}
