import { similarityTraits } from '../../contract/vocabulary.ts';
import { fill } from '../../i18n/explorer-messages.ts';
import { Filters } from '../form.ts';
import type { CompareConfig } from './config.ts';
import type { Entity } from './queries.ts';
import { type Comparison, mostCompared, readComparison, writeComparison } from './state.ts';

/** A part of the page by the end of its id. */
export type Part = <E extends HTMLElement = HTMLElement>(name: string) => E;

/** The two forms and the list of those compared. */
export class CompareForm {
  readonly #part: Part;
  readonly #config: CompareConfig;
  readonly #filters: Filters;
  #ids: string[] = [];
  #near = '';
  #entities: ReadonlyMap<string, Entity> = new Map();

  constructor(part: Part, config: CompareConfig) {
    this.#part = part;
    this.#config = config;
    this.#filters = new Filters(part<HTMLFormElement>('form'), config.offers, config.options);
  }

  /** @returns what the address says and this page does not know */
  restore({ searchParams }: URL): string[] {
    const { weights } = this.#config;
    const { comparison, problems } = readComparison(searchParams, this.#filters.choices(), weights);
    this.#filters.write(comparison.selection);
    this.#ids = comparison.ids;
    this.#near = comparison.near;
    for (const trait of similarityTraits)
      this.#select('similar-form', trait).value = String(comparison.weights[trait]);
    this.show();
    return problems.map(({ value }) => value);
  }

  read(): Comparison {
    this.#filters.write(this.#filters.read());
    const weight = (trait: string) => Number(this.#select('similar-form', trait).value);
    return {
      selection: this.#filters.read(),
      ids: [...this.#ids],
      near: this.#near,
      weights: Object.fromEntries(
        similarityTraits.map((trait) => [trait, weight(trait)]),
      ) as Comparison['weights'],
    };
  }

  get search(): string {
    return writeComparison(this.read(), this.#config.weights).toString();
  }

  /** @returns the ids of the address that the release does not have; they are taken away */
  offer(entities: ReadonlyMap<string, Entity>): string[] {
    this.#entities = entities;
    const unknown = this.#ids.filter((id) => !entities.has(id));
    this.#ids = this.#ids.filter((id) => entities.has(id));
    this.show();
    return unknown;
  }

  /** @returns false where there is no place left, or nobody is chosen */
  add(id = this.#select('form', 'candidate').value): boolean {
    if (id === '' || this.#ids.includes(id)) return true;
    if (this.#ids.length >= mostCompared) return false;
    this.#ids.push(id);
    return true;
  }

  remove(id: string): void {
    this.#ids = this.#ids.filter((one) => one !== id);
  }

  clear(): void {
    this.#ids = [];
  }

  takeNear(): void {
    this.#near = this.#select('similar-form', 'near').value;
  }

  resetWeights(): void {
    for (const trait of similarityTraits)
      this.#select('similar-form', trait).value = String(this.#config.weights[trait]);
  }

  compared(): Entity[] {
    return this.#ids.flatMap((id) => this.#entities.get(id) ?? []);
  }

  words(): string {
    return this.#filters.words();
  }

  /** Brings list and options to the state. Schools by name, № 2 before № 10. */
  show(): void {
    const schools = this.compared().filter(({ level }) => level === 'school');
    if (this.#entities.size > 0 && !schools.some(({ id }) => id === this.#near)) this.#near = '';
    const near = this.#select('similar-form', 'near');
    near.replaceChildren(
      this.#option('', this.#config.words.nobody),
      ...schools.map(({ id, name }) => this.#option(id, name, true)),
    );
    near.value = this.#near;
    this.#part('list').replaceChildren(...this.compared().map((entity) => this.#line(entity)));
    if (this.#entities.size > 0) this.#candidates();
  }

  #candidates(): void {
    const { municipality } = this.#filters.read();
    const { compare } = new Intl.Collator(this.#config.lang, { numeric: true });
    const all = [...this.#entities.values()].filter((one) =>
      municipality === '' ? one.level === 'municipality' : one.municipality_id === municipality,
    );
    const whole = (name: string) => fill(this.#config.words.wholeMunicipality, { name });
    const places = all.filter(({ level }) => level === 'municipality');
    const schools = all
      .filter(({ level }) => level === 'school')
      .toSorted((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
    const select = this.#select('form', 'candidate');
    const before = select.value;
    select.replaceChildren(
      ...places
        .toSorted((a, b) => compare(a.name, b.name))
        .map(({ id, name }) => this.#option(id, whole(name))),
      ...schools.map(({ id, name }) => this.#option(id, name, true)),
    );
    if (all.some(({ id }) => id === before)) select.value = before;
    select.disabled = false;
  }

  #line({ id, name }: Entity): HTMLLIElement {
    const line = this.#part('list').ownerDocument.createElement('li');
    const button = line.ownerDocument.createElement('button');
    button.type = 'button';
    button.dataset.remove = id;
    button.textContent = `${name} ×`;
    button.setAttribute('aria-label', fill(this.#config.words.remove, { name }));
    line.append(button);
    return line;
  }

  #option(value: string, text: string, russian = false): HTMLOptionElement {
    const option = this.#part('form').ownerDocument.createElement('option');
    option.value = value;
    option.textContent = text;
    if (russian && this.#config.lang !== 'ru') option.lang = 'ru';
    return option;
  }

  #select(form: 'form' | 'similar-form', name: string): HTMLSelectElement {
    const field = this.#part<HTMLFormElement>(form).elements.namedItem(name);
    if (field instanceof HTMLSelectElement) return field;
    throw new Error(`missing select: ${name}`);
  }
}
