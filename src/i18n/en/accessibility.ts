import type { AccessibilityMessages } from '../ru/accessibility.ts';

/** See the Russian file. */
export const accessibility: AccessibilityMessages = {
  title: 'Accessibility',
  lead: 'The site is made for everybody: by keyboard, with a screen reader, with large text, on a weak phone and without JavaScript.',
  standardTitle: 'What the site follows',
  standard: 'WCAG 2.2, level AA, and the Russian standard GOST R 52872-2019.',
  doneTitle: 'What is done',
  done: [
    'Pages of schools, municipalities and indicators can be read in full without JavaScript.',
    'Every chart has a description in words and a table with the same numbers beside it. Colour is never the only sign: shape and word go with it.',
    'Everything can be reached by keyboard, the focus is visible, and buttons and links outside of running text are at least 44 pixels high.',
    'At a zoom of 400% and on a screen 320 pixels wide text does not scroll sideways. Only wide tables do, and a line above them says so.',
    'Light and dark theme, high contrast and reduced motion come from the settings of the device.',
    'On English pages Russian names are marked, so that a Russian voice reads them.',
  ],
  checkedTitle: 'How it is checked',
  checked:
    'With every build axe-core checks each kind of page in both languages and both themes; the keyboard, a width of 320 pixels and printing are checked apart. No check with people who use screen readers has been made yet.',
  knownTitle: 'What is still inconvenient',
  known: [
    'Without JavaScript the section “Explore” shows its first chart and table only.',
    'The map of clusters can be read by a screen reader only through the table and lists below it.',
  ],
};
