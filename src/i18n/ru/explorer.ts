import type { ExplorerMessages } from '../explorer-messages.ts';

/** What the explorer says while it works. `{name}` marks what it fills in. */
export const explorer: ExplorerMessages = {
  loadEngine: 'Загрузить таблицы',
  waiting: 'Чтобы менять графики, нужно загрузить таблицы и программу расчёта: около 3 МБ.',
  loadingEngine: 'Загружается программа расчёта: {loaded} из {total}.',
  loadingData: 'Загружаются таблицы выпуска.',
  working: 'Идёт расчёт.',
  updated: 'Показано: {view}. Результатов на графике: {rows}.',
  noData: 'Для этого выбора результатов нет.',
  unknownValue: 'Значения «{value}» из адреса страницы нет в этом выпуске, оно не учтено.',
  retry: 'Повторить',
  errors: {
    'wasm-blocked':
      'Браузер запретил программу расчёта (WebAssembly). Графики есть на страницах школ и муниципалитетов.',
    'engine-missing': 'Программа расчёта не загрузилась. Проверьте связь и повторите.',
    'engine-timeout': 'Программа расчёта не запустилась за отведённое время. Повторите попытку.',
    'data-missing': 'Файл {file} не загрузился. Проверьте связь и повторите.',
    'data-damaged': 'Файл {file} загрузился с ошибкой: контрольная сумма не совпала. Повторите попытку.',
    'out-of-memory': 'Браузеру не хватило памяти. Закройте другие вкладки и повторите.',
    'query-failed': 'Расчёт не удался. Измените выбор или повторите.',
  },
  table: {
    schools: 'Доля не преодолевших порог по школам: {view}',
    municipalities: 'Доля не преодолевших порог по муниципалитетам: {view}',
    school: 'Школа',
    municipality: 'Муниципалитет',
    hidden: 'скрыто',
    absent: 'нет данных',
  },
};
