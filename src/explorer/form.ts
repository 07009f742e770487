import {
  type Choices,
  gradeOf,
  gradesOffered,
  gradeText,
  type Offers,
  offered,
  type Selection,
  subjectsOf,
} from './state.ts';

/** Words of the options that depend on other choices. */
export interface OptionWords {
  subjects: Readonly<Record<string, string>>;
  /** By grade; '' for all grades together. */
  grades: Readonly<Record<string, string>>;
}

/** The four filters of the form. They offer only what the release has; without a script they stay shut. */
export class Filters {
  readonly #form: HTMLFormElement;
  readonly #offers: Offers;
  readonly #words: OptionWords;

  constructor(form: HTMLFormElement, offers: Offers, words: OptionWords) {
    this.#form = form;
    this.#offers = offers;
    this.#words = words;
    for (const name of ['procedure', 'subject', 'grade', 'municipality'] as const)
      this.#select(name).disabled = false;
    this.write(this.read());
  }

  /** What may stand in the address. */
  choices(): Choices {
    const municipalities = [...this.#select('municipality').options].map((option) => option.value);
    return { offers: this.#offers, municipalities: municipalities.filter((value) => value !== '') };
  }

  read(): Selection {
    return {
      procedure: this.#select('procedure').value,
      subject: this.#select('subject').value,
      grade: gradeOf(this.#select('grade').value),
      municipality: this.#select('municipality').value,
    };
  }

  /** Sets the filters, the nearest that exist, and what each of them offers beside it. */
  write(wished: Selection): void {
    const { procedure, subject, grade, municipality } = offered(wished, this.choices());
    this.#select('procedure').value = procedure;
    this.#offer('subject', subjectsOf(this.#offers, procedure), this.#words.subjects);
    this.#select('subject').value = subject;
    const grades = gradesOffered(this.#offers, procedure, subject);
    this.#offer('grade', grades.map(gradeText), this.#gradeWords(procedure, subject));
    this.#select('grade').value = gradeText(grade);
    this.#select('municipality').value = municipality;
  }

  /** The choice in the words of its options: `ВПР, математика, 6 класс, Озёрский район`. */
  words(): string {
    const names = ['procedure', 'subject', 'grade', 'municipality'] as const;
    return names
      .map((name) => this.#select(name).selectedOptions[0]?.textContent?.trim() ?? '')
      .filter((text) => text !== '')
      .join(', ');
  }

  /** The only grade is called by its number, not "all grades". */
  #gradeWords(procedure: string, subject: string): Readonly<Record<string, string>> {
    const { grades } = this.#words;
    const [only, other] = this.#offers[procedure]?.[subject] ?? [];
    return only !== undefined && other === undefined ? { '': grades[String(only)] ?? '' } : grades;
  }

  #offer(
    name: 'subject' | 'grade',
    values: readonly string[],
    words: Readonly<Record<string, string>>,
  ): void {
    const options = values.map((value) => {
      const option = this.#form.ownerDocument.createElement('option');
      option.value = value;
      option.textContent = words[value] ?? value;
      return option;
    });
    this.#select(name).replaceChildren(...options);
  }

  #select(name: keyof Selection): HTMLSelectElement {
    const select = this.#form.elements.namedItem(name);
    if (select instanceof HTMLSelectElement) return select;
    throw new Error(`missing select: ${name}`);
  }
}
