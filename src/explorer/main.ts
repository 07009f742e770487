import { findPage } from './config.ts';
import { isConstrained, loadEngine, once } from './engine.ts';
import { Explorer } from './explorer.ts';
import type { Status } from './status.ts';

/** Starts the explorer on a page that holds its parts (config.ts, `findPage`). */
export function startExplorer(window: Window): Explorer {
  const page = findPage(window.document);
  const { messages, base } = page.config;
  const load = once(async () => {
    const engine = await loadEngine(base, {
      engine: (loaded, total) => explorer.status.engine(loaded, total),
      data: () => explorer.status.say(messages.loadingData),
    });
    performance.mark('explorer:engine-ready');
    return engine;
  });
  let asked = !isConstrained(window.navigator);
  const permitted = async (status: Status) => {
    if (!asked) await new Promise<void>((go) => status.offer(messages.waiting, messages.loadEngine, go));
    asked = true;
    return load();
  };
  const explorer = new Explorer(page, permitted);
  explorer.restore(new URL(window.location.href));
  listen(window, page.form, page.figure, explorer);
  return explorer;
}

function listen(window: Window, form: HTMLFormElement, figure: HTMLElement, explorer: Explorer): void {
  let started = false;
  const start = () => {
    if (!started) void explorer.update();
    started = true;
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    started = true;
    explorer.remember(window);
    void explorer.update();
  });
  window.addEventListener('popstate', () => {
    started = true;
    explorer.restore(new URL(window.location.href));
    void explorer.update();
  });
  for (const event of ['pointerdown', 'focusin']) form.addEventListener(event, start, { once: true });
  whenIdle(window, start);
  onResize(figure, () => explorer.redraw());
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
