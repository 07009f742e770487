/** Sentences of the doctor: what was found and, where something can be done, what to do. `{name}` is filled from facts. */
export const doctorRu: Record<string, { found: string; remedy?: string }> = {
  node: { found: 'Node {version}' },
  engine: { found: 'DuckDB {version} работает' },
  'no-engine': { found: 'DuckDB не запускается: {problem}', remedy: 'повторите npm ci на этой машине' },
  disk: { found: 'на диске свободно {free} ГБ' },
  'little-disk': {
    found: 'на диске свободно только {free} ГБ',
    remedy: 'освободите место: для региона нужно около {least} ГБ',
  },
  browser: { found: 'Chromium найден: {path}' },
  'no-browser': { found: 'Chromium не найден; он нужен только для npm test' },
  'no-release': { found: 'выпусков нет: {folder}', remedy: 'выполните npm run ingest -- <папка с данными>' },
  release: { found: 'выпуск {release} набора «{dataset}» цел, каждый файл совпадает со своей суммой' },
  damaged: {
    found: 'последний выпуск повреждён ({problem})',
    remedy: 'удалите повреждённый выпуск и выполните npm run ingest ещё раз: тот же вход даст те же файлы',
  },
  releases: { found: 'выпусков в папке: {count}, все целы' },
  'damaged-older': {
    found: 'в прежних выпусках повреждено файлов: {damaged}',
    remedy: 'восстановите прежний выпуск из копии: на него могут ссылаться',
  },
  audited: { found: 'атака на выпуск не нашла ничего, что можно вычислить о скрытых числах' },
  'not-audited': {
    found: 'эта программа ещё не проверяла, что можно вычислить по выпуску',
    remedy: 'npm run audit -- {data}; сборка сайта проверит и сама',
  },
  rows: { found: 'строк на входе: {total}, отклонённых нет' },
  rejected: {
    found: 'отклонено строк: {rejected} из {total}',
    remedy:
      'причины и места — в reject.csv рабочей папки; исправьте источник или профиль и загрузите ещё раз',
  },
  preset: { found: 'защита сведений: режим {preset}' },
  internal: {
    found: 'выпуск для служебного пользования: ничего не скрыто',
    remedy: 'не размещайте его по общедоступному адресу',
  },
  'no-site': { found: 'сайт не построен: {folder}', remedy: 'выполните npm run build' },
  site: { found: 'сайт построен из выпуска {built}, страниц: {pages}' },
  'old-site': {
    found: 'сайт построен из выпуска {built}, а последний — {release}',
    remedy: 'выполните npm run build',
  },
  links: { found: 'проверено ссылок: {references}, каждая куда-то ведёт' },
  'broken-links': {
    found: 'ссылок в никуда: {broken} из {references}',
    remedy: 'постройте сайт заново; если не поможет, сообщите разработчикам',
  },
  'own-origin': { found: 'ни одна страница ничего не загружает с чужих адресов' },
  foreign: {
    found: 'с чужих адресов загружается: {foreign}',
    remedy: 'уберите чужой адрес: он узнаёт о каждом читателе',
  },
  policy: { found: 'на каждой странице строгая политика безопасности' },
  'no-policy': {
    found: 'страниц без политики безопасности: {pages}',
    remedy: 'постройте сайт заново; если не поможет, сообщите разработчикам',
  },
  light: {
    found:
      'вес: взвешено {weighed}, каждый файл в пределах своего вида; самый тяжёлый — {largest} КБ в сжатом виде',
  },
  heavy: {
    found: 'тяжелее предела для своего вида: {heavy}',
    remedy: 'на телефоне они откроются медленно; сообщите разработчикам',
  },
  offline: { found: 'чтение без сети: издание {edition}, все его файлы на месте' },
  'no-offline': {
    found: 'чтение без сети не работает: файлов нет',
    remedy: 'постройте сайт заново; если не поможет, сообщите разработчикам',
  },
  'mixed-editions': {
    found: 'чтение без сети от другого издания: выпуск {release}, а сайт — {built}',
    remedy: 'постройте сайт заново и разместите папку целиком',
  },
  withdrawn: {
    found: 'чтение без сети отозвано: копии у читателей удаляются',
    remedy: 'чтобы вернуть его, постройте сайт без --no-offline',
  },
  'no-hub': { found: 'страницы страны нет: {folder}; она нужна только для нескольких регионов' },
  hub: {
    found: 'страница страны: регионов {regions}, страниц {pages}, ссылок {references}, каждая куда-то ведёт',
  },
  'broken-hub': {
    found: 'страница страны: неисправностей {broken} на {references} ссылок',
    remedy: 'выполните npm run hub заново; если не поможет, сообщите разработчикам',
  },
  'no-run': { found: 'npm run {command} на этой машине ещё не записан в журнал' },
  run: { found: 'npm run {command} {day} (UTC): {seconds} с; дольше всего' },
  'failed-run': {
    found: 'npm run {command} {day} (UTC) закончился отказом: {fault}',
    remedy: 'повторите команду; журнал — в .cache/logs/{command}.jsonl',
  },
};

/** Words around the sentences. */
export const doctorWordsRu = {
  states: { ok: '✓', warning: '!', failed: '✗', skipped: '–' },
  remedy: 'что делать',
  more: 'и ещё {count}',
  total: 'Проверок: {all}. Неисправностей: {failed}, предупреждений: {warnings}, пропущено: {skipped}.',
};
