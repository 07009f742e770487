import { normaliseHeader } from '../header.ts';
import type { TableCell } from '../table-cells.ts';

/** Columns of a road map that a table may have. */
export type DraftColumn =
  | 'item'
  | 'title'
  | 'period_text'
  | 'responsible_role'
  | 'form'
  | 'expected_result'
  | 'level'
  | 'section'
  | 'target'
  | 'target_unit'
  | 'done_on';

/** Headers that tables of orders customarily have; the first that fits decides: «дата выполнения» is no period. */
const headers: readonly (readonly [DraftColumn, RegExp])[] = [
  ['item', /^(№|n°?$|no\.?$|п\s?[/.]\s?п|номер|пункт|#)/],
  ['done_on', /^(отметка|выполнено|дата (фактического )?(выполнения|исполнения)$|факт|done)/],
  ['period_text', /(^|[^\p{L}])(срок|дата|дат[ыа]|период|время|deadline|when|period|dates?)/u],
  ['responsible_role', /ответственн|исполнител|соисполнител|responsible/],
  ['target_unit', /единиц|ед\. ?изм|^unit/],
  ['target', /целевое значение|целевой показатель|количественн|^target/],
  [
    'expected_result',
    /результат|ожидаем|итог|выходн|продукт|эффект|подтвержда|expected|result|outcome|индикатор|показател/,
  ],
  ['form', /^(форм|вид документа|вид работ|формат|способ|form)/],
  ['level', /^(уровень|уровни|level)/],
  [
    'title',
    /мероприяти|наименовани|содержани|действи|деятельност|виды? работ|тематик|activit|measure|what is done/,
  ],
  ['section', /^(раздел|направлени|задач|блок|section|task|этап)/],
];

const ofActivities = /мероприят|действи|деятельност|виды? работ|activit|measure/;

/** Place of every known column in a table's rows. */
export type DraftColumns = ReadonlyMap<DraftColumn, number>;

function columnOf(header: string, taken: ReadonlyMap<DraftColumn, number>): DraftColumn | undefined {
  const text = normaliseHeader(header);
  return text === ''
    ? undefined
    : headers.find(([name, pattern]) => !taken.has(name) && pattern.test(text))?.[0];
}

/**
 * Reads a row as the header of a road map.
 * @returns `null` unless it names activities and, beside them, periods or who is responsible, three columns at least
 */
export function readHeader(row: readonly TableCell[]): DraftColumns | null {
  const found = new Map<DraftColumn, number>();
  for (const [i, { text, covered }] of row.entries()) {
    // A header is short; a row of activities may well speak of periods and results.
    if (covered !== '' || text.length > 80) continue;
    const name = columnOf(text, found);
    if (name) found.set(name, i);
  }
  const title = row[found.get('title') ?? -1]?.text ?? '';
  const [when, who] = [found.has('period_text'), found.has('responsible_role')];
  // «Наименование» heads schools and subjects as well: only beside both periods and roles is it an activity.
  const enough = ofActivities.test(normaliseHeader(title)) ? when || who : when && who;
  return found.has('title') && enough && found.size >= 3 ? found : null;
}
