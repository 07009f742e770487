import { embedMessages } from '../i18n/embeds.ts';
import { make, type Offered, SharePanel } from './panel.ts';

/** Opens the dialog of a chart. */
export function openDialog(offered: Offered): void {
  const { dialog } = embedMessages(offered.lang);
  const close = make('button', { type: 'button', className: 'embed-close' }, dialog.close);
  const heading = make('h2', { id: 'embed-title' }, dialog.title);
  const element = make(
    'dialog',
    { className: 'embed-dialog' },
    make('div', { className: 'embed-head' }, heading, close),
    make('p', { className: 'quiet' }, offered.title),
    ...new SharePanel(offered).elements(),
  );
  element.setAttribute('aria-labelledby', 'embed-title');
  close.addEventListener('click', () => element.close());
  element.addEventListener('close', () => element.remove());
  document.body.append(element);
  element.showModal();
}
