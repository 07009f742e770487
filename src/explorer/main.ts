import { findPage } from './config.ts';
import { isConstrained, loadEngine, once, startEarly } from './engine.ts';
import { Explorer } from './explorer.ts';
import type { Status } from './status.ts';
import { startTools } from './tools.ts';

/** Starts the explorer on a page that holds its parts (config.ts, `findPage`). */
function startExplorer(window: Window): Explorer {
  const page = findPage(window.document);
  const { messages } = page.config;
  let asked = !isConstrained(window.navigator);
  if (asked) startEarly();
  const load = once(async () => {
    const loaded = await loadEngine(page.config, {
      engine: (done, total) => explorer.status.engine(done, total),
      data: () => explorer.status.say(messages.loadingData),
    });
    performance.mark('explorer:engine-ready');
    return loaded;
  });
  const permitted = async (status: Status) => {
    if (!asked) await new Promise<void>((go) => status.offer(messages.waiting, messages.loadEngine, go));
    asked = true;
    return load();
  };
  const explorer = new Explorer(page, permitted);
  explorer.restore(new URL(window.location.href));
  explorer.prepare();
  const steps = listen(window, page, explorer);
  startTools(window, page, explorer, {
    undo: () => steps.undo(),
    reset: () => steps.open('?'),
    open: (search) => steps.open(search),
  });
  return explorer;
}

function listen(window: Window, page: ReturnType<typeof findPage>, explorer: Explorer) {
  const { form, figure } = page;
  const undo = page.part<HTMLButtonElement>('undo');
  let started = false;
  /** Entries of the history that this page has made: only these can be undone without leaving it. */
  let made = 0;
  const count = (change: number) => {
    made = Math.max(0, made + change);
    undo.disabled = made === 0;
  };
  const start = () => {
    if (!started) void explorer.update();
    started = true;
  };
  const changed = () => {
    started = true;
    if (explorer.remember(window)) count(1);
    void explorer.update();
  };
  const show = () => {
    started = true;
    explorer.restore(new URL(window.location.href));
    void explorer.update();
  };
  explorer.onChange(changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', changed);
  page.part('sort').addEventListener('change', changed);
  window.addEventListener('popstate', () => {
    count(-1);
    show();
  });
  for (const event of ['pointerdown', 'focusin']) form.addEventListener(event, start, { once: true });
  whenIdle(window, start);
  onResize(figure, () => explorer.redraw());
  return {
    undo: () => {
      if (made > 0) window.history.back();
    },
    open: (search: string) => {
      const address = new URL(window.location.href);
      address.search = search;
      window.history.pushState(null, '', address);
      count(1);
      show();
    },
  };
}

// Safari has no requestIdleCallback; two seconds after load the first chart has long been read.
function whenIdle(window: Window, task: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(task, { timeout: 2000 });
  else (window as Window).setTimeout(task, 2000);
}

/** Calls back when the width has really changed, not when a scroll bar came or went. */
function onResize(element: HTMLElement, task: () => void): void {
  let width = element.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(element.clientWidth - width) < 24) return;
    width = element.clientWidth;
    task();
  }).observe(element);
}

if (typeof window !== 'undefined' && document.getElementById('explorer-config')) startExplorer(window);
