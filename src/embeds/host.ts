import { embedPath, readTarget } from './address.ts';
import { ask, heightFrom } from './message.ts';

/** The root of the site: this script stands in it. */
const root = new URL('.', (document.currentScript as HTMLScriptElement | null)?.src ?? location.href);
const done = new WeakSet<Element>();

/** Puts the chart that an element names into it. What the element held stays when the name is wrong. */
function fill(element: HTMLElement): void {
  if (done.has(element)) return;
  const found = readTarget((name) => element.getAttribute(name) ?? element.getAttribute(`data-${name}`));
  if ('wrong' in found) {
    console.warn(`dinamika: invalid ${found.wrong}`);
    return;
  }
  done.add(element);
  const frame = document.createElement('iframe');
  frame.src = new URL(embedPath(found.target), root).href;
  frame.title = element.title || element.textContent?.trim() || 'Dinamika';
  frame.loading = 'lazy';
  frame.referrerPolicy = 'no-referrer';
  frame.width = '100%';
  frame.height = '480';
  // Not by a style attribute: the page's own policy may forbid those.
  frame.style.border = '0';
  const question = () => frame.contentWindow?.postMessage(ask, root.origin);
  frame.addEventListener('load', question);
  addEventListener('message', (event) => {
    const height = heightFrom(event, frame.contentWindow, root.origin);
    if (height !== null) frame.height = String(height);
  });
  element.replaceChildren(frame);
}

class DinamikaChart extends HTMLElement {
  connectedCallback(): void {
    // A parser that runs scripts as it goes has not yet read what stands inside.
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => fill(this));
    else fill(this);
  }
}

const divs = () => {
  for (const element of document.querySelectorAll<HTMLElement>('div[data-dinamika]')) fill(element);
};

if (!customElements.get('dinamika-chart')) customElements.define('dinamika-chart', DinamikaChart);
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', divs);
else divs();
