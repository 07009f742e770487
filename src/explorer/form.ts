import { type Choices, gradeOf, gradeText, type Selection } from './state.ts';

/** The four filters of the form. What they offer is what may stand in the address. */
export class Filters {
  readonly #form: HTMLFormElement;

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  /** The values of the options, in the page's order: the page's first view is made of the first ones. */
  choices(): Choices {
    const values = (name: keyof Selection): string[] =>
      [...this.#select(name).options].map((option) => option.value);
    return {
      procedures: values('procedure'),
      subjects: values('subject'),
      grades: values('grade').map(gradeOf),
      municipalities: values('municipality').filter((value) => value !== ''),
    };
  }

  read(): Selection {
    return {
      procedure: this.#select('procedure').value,
      subject: this.#select('subject').value,
      grade: gradeOf(this.#select('grade').value),
      municipality: this.#select('municipality').value,
    };
  }

  write(selection: Selection): void {
    this.#select('procedure').value = selection.procedure;
    this.#select('subject').value = selection.subject;
    this.#select('grade').value = gradeText(selection.grade);
    this.#select('municipality').value = selection.municipality;
  }

  /** The choice in the words of its options: `ВПР, математика, 6 класс, Озёрский район`. */
  words(): string {
    const names = ['procedure', 'subject', 'grade', 'municipality'] as const;
    return names
      .map((name) => this.#select(name).selectedOptions[0]?.textContent?.trim() ?? '')
      .filter((text) => text !== '')
      .join(', ');
  }

  #select(name: keyof Selection): HTMLSelectElement {
    const select = this.#form.elements.namedItem(name);
    if (select instanceof HTMLSelectElement) return select;
    throw new Error(`missing select: ${name}`);
  }
}
