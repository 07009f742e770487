import type { Scale } from './analysis.ts';
import type { Background, OwnDataConfig } from './config.ts';
import { add, fill } from './dom.ts';
import type { PupilFile } from './pupil-file.ts';

/** What the reader has settled about the work. */
export interface Settings {
  year: number | undefined;
  subject: string;
  grade: number | undefined;
  /** Empty: all schools. */
  school: string;
  /** Place of the background; −1: the region. */
  place: number;
  /** `undefined` until three rising bounds are known. */
  scale: Scale | undefined;
  /** The most that the work gives, where the reference table says it. */
  maximum: number | undefined;
  basic: string;
  topics: string;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The fields about the work; `change` is called with every change. */
export class WorkForm {
  private readonly fields = new Map<string, Field>();
  private readonly note: HTMLElement;
  private readonly config: OwnDataConfig;
  private known: readonly number[] | undefined;

  constructor(
    parent: Element,
    file: PupilFile,
    config: OwnDataConfig,
    background: Background | undefined,
    change: () => void,
  ) {
    this.config = config;
    const { work: words } = config.messages;
    const { work, pupils } = file;
    add(parent, 'h2', words.title);
    add(parent, 'p', words.lead);
    const form = add(parent, 'div', '', 'filters own-work');
    this.number(form, 'year', words.year, work.year, 2015, 2060);
    this.select(form, 'subject', words.subject, work.subject ?? '', [
      ['', words.unknown],
      ...config.subjects.map((row) => [row.subject, row[config.lang]] as const),
    ]);
    this.select(form, 'grade', words.grade, String(work.grade ?? ''), [
      ['', words.unknown],
      ...Array.from({ length: 11 }, (_, i) => [String(i + 1), String(i + 1)] as const),
    ]);
    const schools = [...new Set(pupils.map(({ school }) => school))].sort();
    if (schools.length > 1)
      this.select(form, 'school', words.school, '', [
        ['', words.allSchools],
        ...schools.map((id) => [id, [id, file.schoolNames[id]].filter(Boolean).join(' — ')] as const),
      ]);
    if (background) {
      const own = new Set(schools.map((id) => background.schools[id]));
      const [place] = own;
      const start = own.size === 1 && place !== undefined ? place : -1;
      this.select(form, 'place', words.place, String(start), [
        ['-1', `${words.region}: ${background.region}`],
        ...background.places.map(([, name], i) => [String(i), name] as const),
      ]);
    }
    for (const mark of [3, 4, 5])
      this.number(form, `mark-${mark}`, fill(words.scale, { mark }), undefined, 1, 999);
    this.note = add(parent, 'p', '', 'small quiet');
    this.note.setAttribute('role', 'status');
    const more = add(parent, 'div', '', 'filters own-work');
    this.text(more, 'basic', words.basic, words.basicNote, 'input');
    this.text(more, 'topics', words.topics, words.topicsNote, 'textarea');
    this.fillScale();
    for (const [name, field] of this.fields)
      field.addEventListener('change', () => {
        if (['year', 'subject', 'grade'].includes(name)) this.fillScale();
        this.say();
        change();
      });
    this.say();
  }

  private field(
    parent: Element,
    name: string,
    text: string,
    tag: 'input' | 'select' | 'textarea',
  ): [Field, HTMLLabelElement] {
    const label = add(parent, 'label', `${text} `);
    const field = add(label, tag);
    field.id = `own-${name}`;
    field.setAttribute('autocomplete', 'off');
    this.fields.set(name, field);
    return [field, label];
  }

  private number(
    parent: Element,
    name: string,
    text: string,
    value: number | undefined,
    min: number,
    max: number,
  ) {
    const field = this.field(parent, name, text, 'input')[0] as HTMLInputElement;
    Object.assign(field, { type: 'number', min: String(min), max: String(max), step: '1' });
    field.value = value === undefined ? '' : String(value);
  }

  private text(parent: Element, name: string, text: string, note: string, tag: 'input' | 'textarea') {
    const [field, label] = this.field(parent, name, text, tag);
    const hint = add(label, 'span', note, 'small');
    hint.id = `own-${name}-note`;
    field.setAttribute('aria-describedby', hint.id);
    field.setAttribute('spellcheck', 'false');
  }

  private select(
    parent: Element,
    name: string,
    text: string,
    value: string,
    options: readonly (readonly [string, string])[],
  ) {
    const field = this.field(parent, name, text, 'select')[0] as HTMLSelectElement;
    for (const [key, label] of options) add(field, 'option', label).value = key;
    field.value = value;
  }

  private value(name: string): string {
    return this.fields.get(name)?.value ?? '';
  }

  private whole(name: string): number | undefined {
    const text = this.value(name).trim();
    return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
  }

  /** The scale of the reference table, if the work has one there. */
  private fillScale(): void {
    const [subject, grade, year] = [this.value('subject'), this.whole('grade'), this.whole('year')];
    const line = this.config.scales.find(
      (each) => each[0] === subject && each[1] === grade && each[2] === year,
    );
    const before = this.known;
    this.known = line?.slice(3) as number[] | undefined;
    // Bounds that the reader has typed stay; those of another work do not.
    if (!line && !before) return;
    for (const [i, mark] of [3, 4, 5].entries()) {
      const field = this.fields.get(`mark-${mark}`);
      if (field) field.value = line ? String(line[3 + i]) : '';
    }
  }

  private scale(): Scale | undefined {
    const [three, four, five] = [3, 4, 5].map((mark) => this.whole(`mark-${mark}`));
    if (three === undefined || four === undefined || five === undefined) return undefined;
    return three < four && four < five ? [three, four, five] : undefined;
  }

  private say(): void {
    const { scaleKnown, scaleOwn, scaleWrong } = this.config.messages.work;
    const typed = [3, 4, 5].every((mark) => this.whole(`mark-${mark}`) !== undefined);
    const scale = this.scale();
    const known = scale && this.known && scale.every((bound, i) => bound === this.known?.[i]);
    this.note.textContent = known ? scaleKnown : typed && !scale ? scaleWrong : scale ? '' : scaleOwn;
  }

  settings(): Settings {
    return {
      year: this.whole('year'),
      subject: this.value('subject'),
      grade: this.whole('grade'),
      school: this.value('school'),
      place: this.fields.has('place') ? Number(this.value('place')) : -1,
      scale: this.scale(),
      maximum: this.known?.[3],
      basic: this.value('basic'),
      topics: this.value('topics'),
    };
  }
}
