import { offeredBy } from './offered.ts';

/** The links under charts open the dialog; it is loaded when the first one is pressed. Without it they stay links. */
document.addEventListener('click', async (event) => {
  const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[data-embed]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const offered = offeredBy(link);
  if (!offered) return;
  event.preventDefault();
  const { openDialog } = await import('./dialog.ts');
  openDialog(offered);
});
