import { stateOn, type Times } from './roadmap-state.ts';

/** The filter of a road map's page: a day and the values chosen hide rows and tell their states anew. */
interface View {
  form: HTMLFormElement;
  rows: HTMLElement[];
  shown: HTMLElement | null;
}

const timesOf = (row: HTMLElement): Times[] =>
  (row.dataset.times ?? '')
    .split(' ')
    .filter(Boolean)
    .map((text) => {
      const [opens = '', due = ''] = text.split('/');
      return { opens, due };
    });

/** A day as the page writes days: inside a sentence a Russian year has its noun in full. */
function dayText(iso: string, lang: string): string {
  const text = new Intl.DateTimeFormat(lang === 'ru' ? 'ru' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(iso));
  return text.replace(/\sг\.$/, ' года');
}

function restate({ form }: View, row: HTMLElement, day: string): string {
  const { state, nextDue, nextOpens } = stateOn(
    timesOf(row),
    row.dataset.done || null,
    row.dataset.reached === 'true',
    day,
  );
  const words = form.dataset;
  const fill = (text: string | undefined, date: string) =>
    (text ?? '').replace('{day}', dayText(date, words.lang ?? 'ru'));
  const name = words[`state${state.replace('-', '')}`] ?? '';
  const cell = row.querySelector<HTMLElement>('.activity-state');
  if (cell) {
    if (state === 'recurring' && nextDue) cell.textContent = `${name}, ${fill(words.next, nextDue)}`;
    else if (state === 'due' && nextDue) cell.textContent = `${name} ${fill(words.until, nextDue)}`;
    else if (state === 'upcoming' && nextOpens) cell.textContent = `${name}, ${fill(words.from, nextOpens)}`;
    else cell.textContent = name;
    cell.dataset.state = state;
  }
  return state;
}

function apply(view: View): void {
  const chosen = new FormData(view.form);
  const day = String(chosen.get('day') ?? '') || view.form.dataset.day || '';
  let count = 0;
  for (const row of view.rows) {
    const state = restate(view, row, day);
    const own: Record<string, string | undefined> = { ...row.dataset, state };
    const hidden = ['level', 'section', 'role', 'form', 'state'].some((name) => {
      const wanted = String(chosen.get(name) ?? '');
      return wanted !== '' && own[name] !== wanted;
    });
    row.hidden = hidden;
    if (!hidden) count += 1;
  }
  for (const group of document.querySelectorAll<HTMLElement>('.roadmap-group'))
    group.hidden = group.querySelector('tr[data-times]:not([hidden])') === null;
  if (view.shown)
    view.shown.textContent = (view.form.dataset.shown ?? '')
      .replace('{n}', String(count))
      .replace('{all}', String(view.rows.length));
}

const form = document.querySelector<HTMLFormElement>('#roadmap-filter');
if (form) {
  const rows = [...document.querySelectorAll<HTMLElement>('tr[data-times]')];
  const view: View = { form, rows, shown: form.querySelector('[role=status]') };
  form.hidden = false;
  form.addEventListener('input', () => apply(view));
  form.addEventListener('submit', (event) => event.preventDefault());
  apply(view);
}
