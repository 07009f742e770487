import { embedCharts } from './address.ts';

/** The links under charts open the dialog; it is loaded when the first one is pressed. Without it they stay links. */
document.addEventListener('click', async (event) => {
  const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[data-embed]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const { chart, entity, indicator, section, title, publisher, release, root } = link.dataset;
  const known = embedCharts.find((one) => one === chart);
  if (!known || !entity || !title || !release) return;
  event.preventDefault();
  const { openDialog } = await import('./dialog.ts');
  openDialog({
    ...{ chart: known, entity, indicator, section, title, release },
    publisher: publisher ?? '',
    root: new URL(root ?? '/', location.href).href,
    lang: document.documentElement.lang === 'en' ? 'en' : 'ru',
  });
});
