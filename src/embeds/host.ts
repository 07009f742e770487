import type { Language } from '../contract/vocabulary.ts';
import { silentChart } from '../i18n/embed-host.ts';
import { embedPath, readTarget } from './address.ts';
import { ask, heightFrom } from './message.ts';

/** The root of the site: this script stands in it. */
const root = new URL('.', (document.currentScript as HTMLScriptElement | null)?.src ?? location.href);
const done = new WeakSet<Element>();

/** A chart answers at once; what is silent for so long is a server that fails or a page that may not be framed. */
const patience = 5000;

/** The address, for a frame that shows nothing but the browser’s own words. */
function linkTo(href: string, lang: Language): HTMLElement {
  return Object.assign(document.createElement('a'), { href, textContent: silentChart[lang] });
}

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
  const silence = linkTo(frame.src, found.target.lang);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  frame.addEventListener('load', () => {
    frame.contentWindow?.postMessage(ask, root.origin);
    waiting = setTimeout(() => element.append(silence), patience);
  });
  addEventListener('message', (event) => {
    const height = heightFrom(event, frame.contentWindow, root.origin);
    if (height === null) return;
    clearTimeout(waiting);
    silence.remove();
    frame.height = String(height);
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
