/** Слова о том, что меняется, если взять другую методику. */
export const methodologies = {
  title: 'Если взять другую методику',
  lead: (inForce: string) =>
    `Рядом с действующей методикой («${inForce}») опубликован расчёт и по другим. Здесь видно, какие школы при другой методике вошли бы в список школ с низкими результатами, а какие вышли бы.`,
  other: (title: string) => `Методика: ${title}`,
  same: 'Ответы те же: никто не входит и не выходит.',
  summary: (year: number, enters: number, leaves: number, unclear: number) =>
    `За ${year} год входят в список школ: ${enters}, выходят: ${leaves}, сказать нельзя: ${unclear}.`,
  byYear: 'По годам',
  who: (year: number) => `Школы, которые за ${year} год входят или выходят`,
  unclear: (year: number) =>
    `Школы, о которых за ${year} год сказать нельзя: скрытые числа допускают оба ответа или данных не хватает`,
  columns: { year: 'Год', enters: 'Входят', leaves: 'Выходят', unclear: 'Сказать нельзя' },
  list: { municipality: 'Муниципалитет', school: 'Школа', before: 'По действующей', after: 'По другой' },
  states: {
    identified: 'в списке',
    'not-identified': 'не в списке',
    undetermined: 'сказать нельзя',
    'insufficient-data': 'данных не хватает',
  },
  noState: 'нет данных',
};

export type MethodologiesMessages = typeof methodologies;
