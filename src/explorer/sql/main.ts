import { plainBox } from './box.ts';
import { findConsole } from './config.ts';
import { Console } from './console.ts';
import { fileKinds } from './downloads.ts';
import { readQuestions, readSchema } from './schema.ts';
import { openSealed, TableEngine } from './tables.ts';

/** Starts the console on a page that holds its parts (config.ts, `findConsole`). */
function startConsole(window: Window): Console {
  const { document } = window;
  const page = findConsole(document);
  const { config, part, field } = page;
  const keys = { run: () => void shell.run() };
  const shell = new Console(
    page,
    plainBox(field, keys),
    (status) =>
      new TableEngine(
        openSealed(config, config.tables, {
          engine: (loaded, total) => status.engine(loaded, total),
          data: () => status.say(config.messages.loadingData),
        }),
      ),
    readQuestions(document),
  );
  field.disabled = false;
  part('form').hidden = false;
  part('run').addEventListener('click', keys.run);
  part('stop').addEventListener('click', () => shell.stop());
  part('link').addEventListener('click', () => void shell.copyLink());
  for (const kind of fileKinds) part(kind).addEventListener('click', () => shell.save(kind));
  listenToLibrary(window, shell);
  onWidth(part('figure'), () => shell.chart.redraw());
  void startEditor(shell, page, keys).then(() => shell.open(new URL(window.location.href)));
  return shell;
}

/** The plain field stays where the editor cannot be had. */
async function startEditor(shell: Console, page: ReturnType<typeof findConsole>, keys: { run: () => void }) {
  try {
    const { openEditor } = await import('./editor.ts');
    shell.box = openEditor(page.field, readSchema(page.document), keys);
  } catch (error) {
    console.error(error);
  }
}

function listenToLibrary(window: Window, shell: Console): void {
  const { document } = window;
  document.getElementById('sql-library')?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href*="question="]');
    if (!link) return;
    event.preventDefault();
    window.history.pushState(null, '', link.href);
    document.getElementById('sql-form')?.scrollIntoView();
    void shell.open(new URL(link.href));
  });
  window.addEventListener('popstate', () => void shell.open(new URL(window.location.href)));
  window.addEventListener('hashchange', () => void shell.open(new URL(window.location.href)));
}

function onWidth(element: HTMLElement, task: () => void): void {
  let width = element.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(element.clientWidth - width) < 24) return;
    width = element.clientWidth;
    task();
  }).observe(element);
}

if (typeof window !== 'undefined' && document.getElementById('sql-config')) startConsole(window);
