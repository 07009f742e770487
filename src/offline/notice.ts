/** A line at the foot of the window that a reader can act upon or close; one at a time. */
export function showNotice(
  text: string,
  action: { text: string; href?: string; run?: () => void },
  close: string,
): void {
  document.querySelector('.edition-notice')?.remove();
  const bar = document.createElement('aside');
  bar.className = 'notice edition-notice no-print';
  const frame = document.createElement('div');
  frame.className = 'frame';
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  const act = document.createElement(action.href === undefined ? 'button' : 'a');
  act.textContent = action.text;
  if (action.href !== undefined) act.setAttribute('href', action.href);
  act.addEventListener('click', () => action.run?.());
  const shut = document.createElement('button');
  shut.type = 'button';
  shut.textContent = close;
  shut.addEventListener('click', () => bar.remove());
  frame.append(said, act, shut);
  bar.append(frame);
  document.body.append(bar);
  // A live region must be there before its words are.
  requestAnimationFrame(() => {
    said.textContent = text;
  });
}
