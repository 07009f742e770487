import { answer, answerTo } from './message.ts';

let to: string | null = null;
let last = 0;

function tell(): void {
  const { height } = document.body.getBoundingClientRect();
  if (to === null || Math.abs(height - last) < 1) return;
  last = height;
  parent.postMessage(answer(height), to);
}

addEventListener('message', (event) => {
  const origin = answerTo(event, parent, window);
  if (origin === null) return;
  to = origin;
  last = 0;
  tell();
});
new ResizeObserver(tell).observe(document.body);
// Opened by itself and not in a frame: the choice of the dialog, which no frame has to load.
if (parent === window && document.querySelector('#share')) {
  const own = (document.currentScript as HTMLScriptElement | null)?.src;
  for (const [name, attribute, file] of [
    ['link', 'href', 'share.css'],
    ['script', 'src', 'share.js'],
  ] as const) {
    const element = document.createElement(name);
    if (element instanceof HTMLLinkElement) element.rel = 'stylesheet';
    if (own) element.setAttribute(attribute, new URL(file, own).href);
    document.head.append(element);
  }
}
