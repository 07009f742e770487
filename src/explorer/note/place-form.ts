import type { Release } from '../../query/release.ts';
import type { NoteConfig } from './config.ts';
import type { NoteRequest } from './request.ts';

interface PlaceFile {
  schools: { school_id: string; name: string; short_name: string | null }[];
}

type PlaceRequest = Exclude<NoteRequest, { of: 'view' }>;

/** Two selects: a municipality, and one of its schools or all of it. */
export class PlaceForm {
  readonly #form: HTMLFormElement;
  readonly #config: NoteConfig;
  /** Municipality whose schools are offered. */
  #offered = '';

  constructor(form: HTMLFormElement, config: NoteConfig, choose: (request: PlaceRequest) => void) {
    this.#form = form;
    this.#config = config;
    form.addEventListener('submit', (event) => event.preventDefault());
    this.#select('municipality').addEventListener('change', ({ target }) => {
      const id = (target as HTMLSelectElement).value;
      choose(id === '' ? { of: 'region' } : { of: 'municipality', id });
    });
    this.#select('school').addEventListener('change', ({ target }) => {
      const id = (target as HTMLSelectElement).value;
      choose(id === '' ? { of: 'municipality', id: this.#offered } : { of: 'school', id });
    });
  }

  /** Shows whom the note is on, and offers the schools of the municipality. */
  async show(municipality: string, school: string, release: Release): Promise<void> {
    this.#select('municipality').value = municipality;
    const select = this.#select('school');
    if (municipality !== this.#offered) {
      select.replaceChildren(...[...select.options].slice(0, 1));
      this.#offered = municipality;
      if (municipality !== '') await this.#offer(select, municipality, release);
    }
    select.disabled = municipality === '';
    if (this.#offered === municipality) select.value = school;
  }

  async #offer(select: HTMLSelectElement, municipality: string, release: Release): Promise<void> {
    const { loadJson } = await import('../../query/release.ts');
    const { schools } = await loadJson<PlaceFile>(release, `municipalities/${municipality}.json`);
    // The reader may have chosen another one meanwhile.
    if (this.#offered !== municipality) return;
    const { compare } = new Intl.Collator(this.#config.lang, { numeric: true });
    const named = schools.map(({ school_id: id, name, short_name: short }) => ({ id, name: short ?? name }));
    for (const { id, name } of named.sort((a, b) => compare(a.name, b.name))) {
      const option = select.ownerDocument.createElement('option');
      option.value = id;
      option.textContent = name;
      if (this.#config.lang !== 'ru') option.lang = 'ru';
      select.append(option);
    }
  }

  #select(name: 'municipality' | 'school'): HTMLSelectElement {
    const select = this.#form.elements.namedItem(name);
    if (select instanceof HTMLSelectElement) return select;
    throw new Error(`missing select: ${name}`);
  }
}
