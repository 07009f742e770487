/** Строки хода работы в терминале. */
export const progressRu = {
  stages: {
    ingest: 'чтение файлов',
    check: 'проверка строк',
    protect: 'защита малых групп',
    'protect observations': 'защита показателей',
    indicators: 'расчёт показателей',
    'road maps and programmes': 'дорожные карты и программы',
    publish: 'публикация',
    audit: 'атака на выпуск: что можно вычислить',
    build: 'сборка сайта',
  },
  hub: (regions: number, read: number, unchanged: number) =>
    `регионов: ${regions}, прочитано: ${read}, без изменений: ${unchanged}`,
  lake: (files: number) => `разложено файлов: ${files}`,
  regionStays: '  Регион показан таким, каким был в прошлый раз.',
  regionMissing: '  Региона на общей странице нет.',
  unchanged: 'без изменений',
  hidden: (n: number) => `скрытых чисел: ${n}, ни одно не вычисляется`,
  tighter: (n: number) =>
    `итогов, диапазон которых шире, чем следует из соседних чисел: ${n}; они сужены, выпуск делается ещё раз`,
  /** «Файл 3 из 31». */
  file: (n: number, of: number) => `файл ${n} из ${of}`,
  left: (time: string) => `осталось примерно ${time}`,
  seconds: (n: number | string) => `${n} с`,
  minutes: (n: number) => `${n} мин`,
  /** Сколько файлов прочитано и сколько взято из прошлого запуска. */
  files: (read: number, unchanged: number) =>
    unchanged === 0 ? `прочитано: ${read}` : `прочитано: ${read}, без изменений: ${unchanged}`,
  pages: (n: number) => `страниц: ${n}`,
  /** Графики для других сайтов; «перерисовано» — остальные выпуски взяты из прошлой сборки. */
  embeds: ({ charts, files, drawn }: { charts: number; files: number; drawn: number }) =>
    `графиков для других сайтов: ${charts}, их файлов: ${files}, выпусков нарисовано заново: ${drawn}`,
};

export type ProgressWords = typeof progressRu;
