import { globSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Tables that are read, and those whose refusal says how to save them so that they are. */
const tables = /\.(xlsx|xlsm|csv|tsv|txt|xls|xlsb|ods)$/iu;
/** What people's programs and this one leave in folders: no data of anybody. */
const noData = /^(\.|~\$|thumbs\.db$|desktop\.ini$)|\.json$|\.tmp$/iu;

/** Files of a folder and below, in the order of their names: tables, and all others that somebody has put there. */
export function filesOfFolder(folder: string): { tables: string[]; others: string[] } {
  const files = globSync('**/*', { cwd: folder })
    .filter((file) => !noData.test(basename(file)) && statSync(join(folder, file)).isFile())
    .sort();
  return {
    tables: files.filter((file) => tables.test(file)),
    others: files.filter((file) => !tables.test(file)),
  };
}
