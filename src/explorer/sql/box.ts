import type { Place } from './position.ts';

/** Where the reader writes: the editor, or the page's plain field while and where the editor is not there. */
export interface Box {
  read(): string;
  write(text: string): void;
  /** Marks a place of an error, or none. `focus` takes the reader there. */
  mark(place: Place | null, focus?: boolean): void;
}

export interface BoxKeys {
  run(): void;
}

/** The plain field. */
export function plainBox(field: HTMLTextAreaElement, { run }: BoxKeys): Box {
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    run();
  });
  return {
    read: () => field.value,
    write: (text) => {
      field.value = text;
    },
    mark: (place, focus = false) => {
      if (!place || !focus) return;
      field.focus();
      field.setSelectionRange(place.from, place.to);
    },
  };
}
