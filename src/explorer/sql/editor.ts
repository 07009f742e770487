import { autocompletion, type Completion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import type { Box, BoxKeys } from './box.ts';
import { highlight, theme } from './editor-theme.ts';
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
  // In a shadow the editor adopts its styles as sheets; into a document it writes them, which the page's policy forbids.
  const host = field.ownerDocument.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        keys(on),
        history(),
        lineNumbers(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        // Its icons are signs that many devices have no letters for.
        autocompletion({ icons: false }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', lang: 'en' }),
        language(tables),
        syntaxHighlighting(highlight),
        theme,
        marked,
      ],
    }),
  });
  field.hidden = true;
  field.after(host);
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
