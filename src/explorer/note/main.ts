import { fill } from '../../i18n/explorer-messages.ts';
import { noteMessages } from '../../i18n/pages-note.ts';
import { EngineError } from '../../query/errors.ts';
import { isConstrained, type Loaded, loadEngine, noCode, once } from '../engine.ts';
import { Latest } from '../latest.ts';
import { save } from '../save.ts';
import { readState } from '../state.ts';
import { Status } from '../status.ts';
import { readTraits } from '../traits.ts';
import type { NoteConfig } from './config.ts';
import type { NoteText } from './document.ts';
import { PlaceForm } from './place-form.ts';
import { type NoteRequest, readRequest, writeRequest } from './request.ts';
import { Sheet } from './sheet.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The page of notes: whom the note is on, the note itself, its file. */
class NotePage {
  readonly #config: NoteConfig;
  readonly #words: ReturnType<typeof noteMessages>['page'];
  readonly #status: Status;
  readonly #form: PlaceForm;
  readonly #latest = new Latest();
  readonly #engine: () => Promise<Loaded>;
  #note: NoteText | undefined;

  constructor() {
    this.#config = JSON.parse(part('config').textContent ?? '') as NoteConfig;
    const { lang, messages } = this.#config;
    this.#words = noteMessages(lang).page;
    const parts = { status: part('status'), progress: part<HTMLProgressElement>('progress') };
    this.#status = new Status({ document, config: { lang, messages }, ...parts });
    this.#form = new PlaceForm(part<HTMLFormElement>('form'), this.#config, (request) => {
      window.history.pushState(null, '', writeRequest(request));
      void this.update();
    });
    let asked = !isConstrained(navigator);
    const load = once(() =>
      loadEngine(this.#config, {
        engine: (done, total) => this.#status.engine(done, total),
        data: () => this.#status.say(messages.loadingData),
      }),
    );
    this.#engine = async () => {
      if (!asked)
        await new Promise<void>((go) => this.#status.offer(messages.waiting, messages.loadEngine, go));
      asked = true;
      return load();
    };
    part('tools').hidden = false;
    part('download').addEventListener('click', () => void this.#download());
    part('print').addEventListener('click', () => window.print());
    window.addEventListener('popstate', () => void this.update());
  }

  /** Makes the note that the address asks for. What stood there before goes at once: it is on somebody else. */
  async update(): Promise<void> {
    const { request, problems } = readRequest(new URL(window.location.href).searchParams);
    const unknown = problems.map(({ value }) => fill(this.#words.unknown, { value }));
    this.#clear(request);
    this.#status.say([...unknown, this.#words.loading].join(' '));
    try {
      const made = await this.#latest.run((signal) => this.#make(request, signal));
      if (!made) return;
      this.#show(made.note, [...unknown, ...made.unknown]);
    } catch (error) {
      this.#fail(error, request);
    }
  }

  #clear(request: NoteRequest): void {
    this.#note = undefined;
    part('sheet').replaceChildren();
    part('actions').hidden = true;
    const view = request.of === 'view';
    part('view').hidden = !view;
    if (view) part<HTMLAnchorElement>('back').href = `${this.#config.explorer}?${request.search}`;
  }

  async #make(request: NoteRequest, signal: AbortSignal): Promise<{ note: NoteText; unknown: string[] }> {
    if (request.of === 'view') return this.#makeView(request.search, signal);
    const { placeNote } = await import('./place-note.ts').catch(noCode);
    const { note, parties, release } = await placeNote(request, this.#config);
    const place = parties.find(({ level }) => level === 'municipality')?.id ?? '';
    const school = request.of === 'school' ? request.id : '';
    // The names of the schools follow: the note does not wait for them.
    void this.#form.show(place, school, release).catch((error) => console.error(error));
    return { note, unknown: [] };
  }

  async #makeView(search: URLSearchParams, signal: AbortSignal) {
    const { offers, municipalities, traits: known, messages, explorer } = this.#config;
    const choices = { offers, municipalities: municipalities.map(({ id }) => id) };
    const { problems, ...selection } = readState(search, choices);
    const read = readTraits(search, known);
    const loaded = await this.#engine();
    await loaded.changes.catch(() => undefined);
    const [{ askViews }, { viewNote }] = await Promise.all([
      import('../ask.ts'),
      import('./view-note.ts'),
    ]).catch(noCode);
    const view = await askViews({ selection, traits: read.traits }, loaded, this.#config, signal);
    const address = new URL(`${explorer}?${search}`, window.location.href).href;
    const unknown = [...problems, ...read.problems].map(({ value }) =>
      fill(messages.unknownValue, { value }),
    );
    return { note: viewNote(view, this.#config, address), unknown };
  }

  #show(note: NoteText, unknown: readonly string[]): void {
    const sheet = new Sheet(document, this.#config.lang);
    part('sheet').replaceChildren(sheet.draw(note));
    part('actions').hidden = false;
    this.#note = note;
    const { tables, figures } = sheet;
    this.#status.say([...unknown, fill(this.#words.ready, { tables, figures })].join(' '));
    performance.mark('note:ready');
  }

  #fail(error: unknown, request: NoteRequest): void {
    const again = () => void this.update();
    const missing = error instanceof EngineError && error.code === 'data-missing';
    if (missing && request.of !== 'view' && request.of !== 'region') {
      console.error(error);
      this.#status.offer(fill(this.#words.missing, { id: request.id }), this.#words.retry, again);
    } else this.#status.fail(error, again);
  }

  async #download(): Promise<void> {
    const note = this.#note;
    if (!note) return;
    this.#status.say(this.#words.making);
    try {
      const [{ noteDocument }, { drawPicture }, { Packer }] = await Promise.all([
        import('./document.ts'),
        import('./picture.ts'),
        import('docx'),
      ]).catch(noCode);
      const { lang, fileName } = this.#config;
      const bytes = await (await Packer.toBlob(await noteDocument(note, lang, drawPicture))).arrayBuffer();
      const file = `${fileName}-${slug(window.location.search)}.docx`;
      save(document, file, wordType, new Uint8Array(bytes));
      this.#status.say(fill(this.#words.saved, { file }));
      performance.mark('note:saved');
    } catch (error) {
      console.error(error);
      const reason = error instanceof Error ? error.message : String(error);
      this.#status.offer(
        fill(this.#words.failed, { reason }),
        this.#words.retry,
        () => void this.#download(),
      );
    }
  }
}

/** What the note is on, as a part of a file's name. */
function slug(search: string): string {
  const params = new URLSearchParams(search);
  const id = params.get('of') === 'view' ? 'view' : (params.get('id') ?? 'region');
  return id.replace(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 40) || 'note';
}

function part<E extends HTMLElement = HTMLElement>(name: string): E {
  const element = document.getElementById(`note-${name}`);
  if (!element) throw new Error(`missing element: note-${name}`);
  return element as E;
}

if (typeof window !== 'undefined' && document.getElementById('note-config')) void new NotePage().update();
