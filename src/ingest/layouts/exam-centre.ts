import type { ProfileDraft } from '../../contract/profile.ts';
import { findHeader, ignored, type Layout, type Sighting } from './layout.ts';

const wanted = ['Код МСУ', 'Код ОО', 'Класс', 'Код ППЭ', 'Аудитория', 'Первичный балл', 'Балл'];
const grades: Record<string, number> = { ege: 11, oge: 9 };

/** Grade of the first rows: state exams are taken at the end of grades 9 and 11. */
function gradeOf(head: Sighting['head'], row: number, column: number): number | undefined {
  const digits = head.slice(row).map((cells) => /^(9|11)(?!\d)/.exec((cells[column] ?? '').trim())?.[1]);
  const known = [...new Set(digits.filter((digit) => digit !== undefined))];
  return known.length === 1 ? Number(known[0]) : undefined;
}

/**
 * Results of the regional processing centre: A1 holds code, name and date of the exam, the header stands in row 2 from
 * column B. Names and documents are masked before anything is written.
 */
export const examCentre: Layout = {
  id: 'exam-centre',
  recognise({ fileName, sheetName, head }) {
    const header = findHeader(head, wanted);
    if (header.share < 0.7 || !header.has('Код ОО') || !(header.has('Балл') || header.has('Первичный балл')))
      return undefined;
    const column = header.names.findIndex((name) => name.toLowerCase() === 'класс');
    const titles = head
      .slice(0, header.row - 1)
      .flat()
      .join(' ');
    const named = /ОГЭ|OGE/iu.test(`${fileName} ${sheetName} ${titles}`) ? 9 : undefined;
    const grade = named ?? gradeOf(head, header.row, column);
    const procedure = grade === 9 ? 'oge' : grade === 11 ? 'ege' : undefined;
    const mark: ProfileDraft['columns'] =
      procedure === 'oge' && header.has('Отметка') ? { mark: { from: 'Отметка' } } : {};
    const score = procedure !== 'oge' && header.has('Балл') ? 'Балл' : 'Первичный балл';
    const constants: NonNullable<ProfileDraft['constants']> = procedure
      ? { procedure, session: 'main', grade: grades[procedure] ?? 11 }
      : { session: 'main' };
    const used = ['Код МСУ', 'Код ОО', score, ...(procedure === 'oge' ? ['Отметка'] : [])];
    return {
      ...{ confidence: header.share, headerRow: header.row },
      profile: {
        table: 'pupils',
        header_row: header.row,
        columns: {
          school_id: { from: 'Код ОО' },
          ...(header.has('Код МСУ') ? { municipality_id: { from: 'Код МСУ' } } : {}),
          score: { from: score },
          ...mark,
        },
        constants,
        // Of the names nothing is listed: personal headers are masked and dropped by themselves.
        ignore: ignored(header.names, used, [
          /^(класс|код ппэ|аудитория|место|вариант|кимы?|балл|первичный балл|отметка|минимальный балл|№( п\/п)?)$/,
          /^задания с /,
          /^(серия|номер|документ|пол|сертификат|код участника)/,
        ]),
      },
    };
  },
};
