/** Words that say what kind of unit a name is; publishers write them in any order, or not at all. */
const kinds = [
  'муниципальное образование',
  'муниципальный округ',
  'муниципальный район',
  'городской округ',
  'городское поселение',
  'сельское поселение',
  'закрытое административно-территориальное образование',
  'район',
  'округ',
  'город-курорт',
  'город',
  'зато',
  'мо',
  'мр',
  'го',
  'г',
];

const kind = new RegExp(`(^|\\s)(${kinds.join('|')})\\.?(?=\\s|$)`, 'gu');

/**
 * A municipality's name without its kind, case, ё, quotes and repeated space: two spellings of one name become equal,
 * a district and the town it is named after («Дербентский район», «город Дербент») stay apart.
 */
export function plainName(name: string): string {
  const text = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"'“”„()]/gu, ' ')
    .replace(/[‐–—−]/gu, '-')
    .replace(/\s+/gu, ' ');
  // Twice, because neighbouring words share the space between them.
  return text.replace(kind, ' ').replace(kind, ' ').replace(/\s+/gu, ' ').trim();
}
