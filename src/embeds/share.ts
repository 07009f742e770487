import { offeredBy } from './offered.ts';
import { SharePanel } from './panel.ts';

/** On the own page of a chart the ready lines give way to a choice of language, colours, version and size. */
const share = document.querySelector<HTMLElement>('#share');
const offered = share && offeredBy(share);
const heading = share?.querySelector('h2');

/** The part of the chart that the address names: `#vpr-russian--share`. */
function partNamed(): HTMLElement | undefined {
  const [name = ''] = decodeURIComponent(location.hash.slice(1)).split('--');
  return [...document.querySelectorAll<HTMLElement>('section.section')].find(({ id }) => id === name);
}

function fill(): void {
  if (!share || !offered) return;
  const part = partNamed();
  const title = part?.dataset.title ?? offered.title;
  const panel = new SharePanel({ ...offered, section: part?.id, title }).elements();
  share.replaceChildren(...(heading ? [heading] : []), ...panel);
}

fill();
addEventListener('hashchange', () => {
  // Leaving the choice for the picture changes nothing of it.
  if (partNamed() !== undefined) fill();
});
