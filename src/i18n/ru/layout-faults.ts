/** Встроенные формы выгрузок, шкалы, повторы: что не так и что делать. */
export const layoutFaultsRu = {
  'unknown-layout': {
    fault: 'встроенной формы «{layout}» нет',
    remedy: 'используйте одну из: {known}; или "auto"',
  },
  'layout-not-recognised': {
    fault: 'форма файла не узнана ({layout})',
    remedy:
      'посмотрите файл: npm run ingest -- inspect <файл>; если такой формы нет, опишите её профилем (docs/profiles.md)',
  },
  'several-layout-sheets': {
    fault: 'данные есть на нескольких листах: {sheets}',
    remedy: 'заведите для каждого листа свой вход: "profile": "builtin:{layout}#<имя листа>"',
  },
  'names-disagree': {
    fault: 'в одном месте указано «{text}» ({what} = {first}), в другом «{other}» ({what} = {second})',
    remedy: 'впишите верное значение в dataset.json: "constants": {"{what}": …}',
  },
  'not-in-names': {
    fault: 'ни столбцы, ни имя файла, ни заголовок не говорят: {what}',
    remedy: 'впишите недостающее в dataset.json: "constants": {"{what}": …}',
  },
  'only-totals': {
    fault: 'ни в одной из {n} строк нет логина школы (sch… или edu…): школу не отличить от муниципалитета',
    remedy: 'выгрузите отчёт с логинами или впишите логин в название каждой школы',
  },
  'missing-scale': {
    fault: 'нет шкалы перевода баллов в отметки: {procedure}, {subject}, {grade} класс, {year} год',
    remedy:
      'добавьте строку в data/reference/scales.csv (или в файл scales набора): {procedure},{subject},{grade},{year},<балл на 3>,<балл на 4>,<балл на 5>,<максимум>,<источник>',
  },
  'missing-minimum': {
    fault: 'нет минимального балла: {procedure}, {subject}, {year} год',
    remedy:
      'добавьте строку в data/reference/min-scores.csv: {procedure},{subject},{year},<минимум>,<максимум>,<источник>',
  },
  'repeated-pupils': {
    fault: 'строк с уже встречавшимся кодом участника: {n}',
    remedy:
      'удалите повторённую часть таблицы; если это разные участники, запишите в dataset.json для {input}: "accept_rejected": {"{rule}": {n}}',
  },
  'own-table-column': {
    fault: 'нет столбца «{column}»',
    remedy: 'нужны столбцы: {columns}; разделитель — запятая',
  },
  'dataset-exists': {
    fault: 'dataset.json уже есть',
    remedy: 'он не изменён; чтобы записать заново, добавьте --force',
  },
  'draft-exists': {
    fault: 'такой файл уже есть',
    remedy: 'он не изменён; чтобы записать заново, добавьте --force',
  },
  'nothing-to-read': {
    fault: 'в папке нет ни одного файла .xlsx, .csv или .txt, который можно прочитать',
    remedy: 'положите выгрузки в эту папку или укажите другую',
  },

  'shifted-row': {
    fault: 'ячейки строки сдвинуты: в этом столбце стоит чужое значение',
    remedy: 'верните ячейки строки на место в исходном файле',
  },
  'score-above-maximum': {
    fault: 'балл больше наибольшего возможного за эту работу',
    remedy:
      'исправьте балл; если верен он, исправьте максимум в data/reference/scales.csv или min-scores.csv',
  },
  'part-without-results': {
    fault: 'для этой школы и работы нет числа участников и отметок',
    remedy: 'добавьте в набор «Статистику по отметкам» или индивидуальные результаты той же работы',
  },
};
