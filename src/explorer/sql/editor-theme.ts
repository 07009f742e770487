import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the site's colours: tokens reach into its shadow, the site's rules do not. */
export const theme = EditorView.theme({
  '&': {
    border: '1px solid var(--quiet)',
    borderRadius: '4px',
    background: 'var(--paper)',
    color: 'var(--ink)',
    marginBottom: '0.5rem',
  },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: "ui-monospace, 'DejaVu Sans Mono', monospace",
    fontSize: '0.9375rem',
    lineHeight: '1.5',
    minHeight: '11rem',
    maxHeight: '28rem',
    overflow: 'auto',
  },
  '.cm-gutters': {
    background: 'var(--raised)',
    color: 'var(--quiet)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 25%, transparent)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    background: 'var(--raised)',
    outline: '1px solid var(--quiet)',
  },
  '.cm-tooltip': {
    background: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--quiet)',
    maxWidth: 'min(30rem, 90vw)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent)',
    color: 'var(--accent-ink)',
  },
  '.cm-completionInfo': {
    padding: '0.4rem 0.6rem',
    fontFamily: "'Golos Text', system-ui, sans-serif",
  },
  '.sql-error-place': {
    textDecoration: 'underline wavy 2px var(--accent)',
    textUnderlineOffset: '0.25em',
    background: 'var(--notice)',
    color: 'var(--notice-ink)',
  },
});

// Weight and slant tell the kinds apart as well: colours alone do not print.
export const highlight = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: tags.typeName, color: 'var(--accent)' },
]);
