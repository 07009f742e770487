import { csv } from './csv.ts';
import type { School } from './schools.ts';

/** What two schools of the invented region answered to their figures. */
const texts = [
  {
    date: '2025-09-15',
    role: 'директор школы',
    text: 'В 2025 году в 7 классах сменились два учителя русского языка. С сентября для этих классов открыты дополнительные занятия; их результат будет виден весной.',
  },
  {
    date: '2025-09-18',
    role: 'заместитель директора по учебной работе',
    text: 'Часть учеников 5 классов писала работу после карантина. Мы повторили её в школе в мае и разобрали ошибки с родителями.',
  },
];

/** `responses.csv` */
export function responsesFile(schools: readonly School[]): string {
  const rows = texts.map(({ date, role, text }, index) => [schools[index]?.id ?? '', date, role, text]);
  return csv(['school_id', 'date', 'author_role', 'text'], rows, ',');
}
