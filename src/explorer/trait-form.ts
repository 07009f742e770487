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
  readonly #count: Element | null;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#count = form.querySelector('[data-count]');
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

  /** The filters that leave something out, in the words of the form: `Статус школы: вошла в список`. */
  words(): string[] {
    const { lang } = this.#form.ownerDocument.documentElement;
    const label = (name: string) => this.#field(name).labels?.[0]?.firstChild?.textContent?.trim() ?? name;
    const chosen = traitFields.flatMap((name) => {
      const field = this.#field(name);
      if (field.value === '' || !(field instanceof HTMLSelectElement)) return [];
      return [`${label(name)}: ${field.selectedOptions[0]?.textContent?.trim() ?? field.value}`];
    });
    const number = new Intl.NumberFormat(lang || 'ru', { useGrouping: false });
    const ranges = brushFields.flatMap((name) => {
      const range = this.#range(name);
      if (!range) return [];
      const title = this.#field(`${name}_from`).closest('fieldset')?.querySelector('legend')?.textContent;
      return [`${title ?? name}: ${number.format(range.from)} … ${number.format(range.to)}`];
    });
    return [...chosen, ...ranges];
  }

  write(traits: Traits): void {
    for (const name of traitFields) this.#field(name).value = traits[name];
    for (const name of brushFields) {
      this.#field(`${name}_from`).value = traits[name] ? String(traits[name].from) : '';
      this.#field(`${name}_to`).value = traits[name] ? String(traits[name].to) : '';
    }
    // The part is folded away: how many of its filters are on must be seen from outside.
    if (this.#count) this.#count.textContent = String(this.words().length || '');
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
