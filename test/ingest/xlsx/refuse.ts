import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { XlsxLimits } from '../../../src/ingest/xlsx/limits.ts';
import { sheetToCsv } from '../../../src/ingest/xlsx/workbook.ts';
import { faultOf, temporaryFolder } from '../../support.ts';
import { fileOf } from './read.ts';

/** A file that must be refused, and how. */
export interface Case {
  what: string;
  bytes: () => Uint8Array | string;
  code: string;
  details?: object;
  place?: object;
  limits?: Partial<XlsxLimits>;
}

/** Tests that each file is refused by its name and leaves nothing behind. */
export function refuse(cases: Case[]): void {
  it.each(cases)(
    '$what: $code, and no file is left',
    async ({ bytes, code, details = {}, place = {}, limits }) => {
      const path = fileOf(bytes());
      const target = join(temporaryFolder(), 'out.csv');
      const fault = await faultOf(() => sheetToCsv(path, 0, target, { limits, file: 'данные/a.xlsx' }));
      expect(fault).toMatchObject({ code, details, place: { file: 'данные/a.xlsx', ...place } });
      expect([existsSync(target), existsSync(`${target}.ragged`)]).toEqual([false, false]);
    },
  );
}
