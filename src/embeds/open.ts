import { embedPath, readTarget } from './address.ts';

/** An address with its parts as parameters leads to the chart, or is told what is wrong with it. */
const page = document.querySelector<HTMLElement>('[data-open]');
const parameters = new URLSearchParams(location.search);
/** Longer ones are not ours: nothing of them is read or shown. */
const longest = 2000;

function say(element: HTMLElement, text: string | undefined): void {
  element.hidden = false;
  element.textContent = text ?? '';
}

async function open(element: HTMLElement): Promise<void> {
  const found =
    location.search.length > longest
      ? ({ wrong: 'chart' } as const)
      : readTarget((name) => parameters.get(name));
  if ('wrong' in found) return say(element, element.dataset[found.wrong]);
  say(element, element.dataset.going);
  const address = new URL(embedPath(found.target), new URL(element.dataset.open ?? '/', location.href));
  const answer = await fetch(address, { method: 'HEAD' }).catch(() => null);
  // Without an answer, as in a sandbox, the address itself will tell.
  if (answer && !answer.ok) return say(element, element.dataset.missing);
  location.replace(address);
}

if (page && location.search !== '') void open(page);
