import {
  type BrushField,
  brushFields,
  limits,
  noTraits,
  rangeOf,
  type Traits,
  traitFields,
} from './traits.ts';

/** The further filters of the form: selects named as the fields, and two number inputs for each range. */
export class TraitForm {
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    for (const name of traitFields) this.#field(name).disabled = false;
    for (const name of brushFields)
      for (const end of ['from', 'to']) this.#field(`${name}_${end}`).disabled = false;
  }

  read(): Traits {
    const traits: Traits = { ...noTraits };
    for (const name of traitFields) traits[name] = this.#field(name).value;
    for (const name of brushFields) traits[name] = this.#range(name);
    if (traits.from !== '' && traits.to !== '' && traits.from > traits.to)
      [traits.from, traits.to] = [traits.to, traits.from];
    return traits;
  }

  write(traits: Traits): void {
    for (const name of traitFields) this.#field(name).value = traits[name];
    for (const name of brushFields) {
      this.#field(`${name}_from`).value = traits[name] ? String(traits[name].from) : '';
      this.#field(`${name}_to`).value = traits[name] ? String(traits[name].to) : '';
    }
  }

  /** An empty or unreadable end is the farthest there is. */
  #range(name: BrushField) {
    const end = (which: 'from' | 'to') => {
      const text = this.#field(`${name}_${which}`).value.trim().replace(',', '.');
      const value = Number(text);
      return text === '' || !Number.isFinite(value) ? limits[name][which] : value;
    };
    return rangeOf(name, end('from'), end('to'));
  }

  #field(name: string): HTMLSelectElement | HTMLInputElement {
    const field = this.#form.elements.namedItem(name);
    if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) return field;
    throw new Error(`missing field: ${name}`);
  }
}
