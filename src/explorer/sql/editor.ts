import { autocompletion, type Completion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Box, BoxKeys } from './box.ts';
import type { Place } from './position.ts';
import type { SchemaTable } from './schema.ts';

const setMark = StateEffect.define<Place | null>();
const marked = StateField.define({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setMark)) continue;
      const place = effect.value;
      const last = transaction.state.doc.length;
      if (!place || place.from >= last) return Decoration.none;
      const range = Decoration.mark({ class: 'sql-error-place' }).range(place.from, Math.min(last, place.to));
      return Decoration.set([range]);
    }
    return transaction.docChanged ? Decoration.none : value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// Weight and slant tell the kinds apart as well: colours alone do not print.
const highlight = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: tags.typeName, color: 'var(--accent)' },
]);

function language(tables: readonly SchemaTable[]): Extension {
  const column = ({ name, type, meaning }: SchemaTable['columns'][number]): Completion => ({
    label: name,
    type: 'property',
    detail: type,
    info: meaning,
  });
  const namespaces = tables.map(({ name, title, columns }) => [
    name,
    { self: { label: name, type: 'class', detail: title } as Completion, children: columns.map(column) },
  ]);
  return sql({ dialect: PostgreSQL, upperCaseKeywords: true, schema: Object.fromEntries(namespaces) });
}

const keys = ({ run }: BoxKeys) =>
  keymap.of([
    {
      key: 'Mod-Enter',
      preventDefault: true,
      run: () => {
        run();
        return true;
      },
    },
    ...completionKeymap,
    ...historyKeymap,
    ...defaultKeymap,
  ]);

/** Replaces the plain field by CodeMirror, with its text. Tab stays what it is: the way out, by keyboard. */
export function openEditor(field: HTMLTextAreaElement, tables: readonly SchemaTable[], on: BoxKeys): Box {
  const label = field.getAttribute('aria-label') ?? '';
  const view = new EditorView({
    state: EditorState.create({
      doc: field.value,
      extensions: [
        keys(on),
        history(),
        lineNumbers(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', lang: 'en' }),
        language(tables),
        syntaxHighlighting(highlight),
        marked,
      ],
    }),
  });
  field.hidden = true;
  field.after(view.dom);
  return {
    read: () => view.state.doc.toString(),
    write: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    mark: (place, focus = false) => {
      view.dispatch({ effects: setMark.of(place) });
      if (!place || !focus) return;
      view.dispatch({
        selection: { anchor: Math.min(place.from, view.state.doc.length) },
        scrollIntoView: true,
      });
      view.focus();
    },
  };
}
