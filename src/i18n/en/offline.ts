import { counted } from '../formats.ts';
import type { offline as russian } from '../ru/offline.ts';

const pages = { one: 'page', other: 'pages' };

/** Reading without a network, and new editions of the site. */
export const offline: typeof russian = {
  title: 'Offline',
  lead: 'Pages that you opened stay on this device and can be read without a network. A municipality can be kept whole: its page has a button.',
  lost: 'There is no network, and this page is not kept on the device. Below is what can be read now.',
  saved: 'Saved municipalities',
  visited: 'Pages opened before',
  none: 'Nothing is saved yet.',
  forget: 'Delete everything saved',
  forgotten: 'What was saved is deleted from this device.',
  private: 'What is saved lies on your device only. The site does not learn what you saved.',
  explorer:
    'The explorer works without a network after it was opened once: then the program (18 MB) and the tables stay on the device.',
  withoutScript: 'Saving pages needs JavaScript.',
  unable: 'This browser keeps no pages for reading offline.',
  save: 'Save for reading offline',
  saveAgain: 'Save again',
  saving: (done, all) => `Saving: ${done} of ${all}`,
  savedNow: (count, size) =>
    `Saved: ${counted('en', count, pages)}, ${size}. It opens without a network too.`,
  savedBefore: (day, release) => `Saved on ${day}, release ${release}.`,
  savedOld: (day, release) =>
    `Saved on ${day}, release ${release}. The site has changed since: save it again.`,
  changed: 'The site changed while pages were being saved. Reload the page and save once more.',
  full: 'The device has too little room. Nothing was saved.',
  failed: 'Saving failed: no connection. What was saved before is untouched.',
  newRelease: (own, next) => `A new release of the data is out: ${next}. This page shows release ${own}.`,
  newEdition: 'The site was updated. This page is open in its earlier edition.',
  noNetwork: (release) => `No connection. A saved copy is shown, release ${release}.`,
  reload: 'Reload the page',
  list: 'What is saved',
  close: 'Close',
};
