import { type Background, type OwnDataConfig, partOf } from './config.ts';
import { add, fill } from './dom.ts';
import type { FromWorker } from './pupil-file.ts';
import { writeReport, writeWhat } from './report.ts';
import { WorkForm } from './work-form.ts';

/** A file with its worker: everything is loaded before a file may be chosen, so that nothing is requested afterwards. */
class OwnData {
  private readonly document: Document;
  private readonly config: OwnDataConfig;
  private readonly background: Background | undefined;
  private readonly worker: Worker;
  private readonly answer: HTMLElement;
  private busy = false;

  constructor(document: Document, config: OwnDataConfig, worker: Worker, background: Background | undefined) {
    this.document = document;
    this.config = config;
    this.worker = worker;
    this.background = background;
    this.answer = partOf(document, 'answer');
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => this.hear(data));
    worker.addEventListener('error', () =>
      this.hear({ kind: 'fault', code: 'own-unreadable', place: {}, details: {} }),
    );
    this.listen();
    this.input.disabled = false;
    this.say(config.messages.ready);
  }

  private get input(): HTMLInputElement {
    return partOf(this.document, 'file');
  }

  private say(text: string): void {
    partOf(this.document, 'status').textContent = text;
  }

  private listen(): void {
    const { document } = this;
    const zone = partOf(document, 'drop');
    const holds = (event: DragEvent) => event.dataTransfer?.types.includes('Files');
    // Dropped beside the zone, a file would be opened instead of the page.
    document.addEventListener('dragover', (event) => {
      if (!holds(event)) return;
      event.preventDefault();
      zone.classList.add('over');
    });
    document.addEventListener('dragleave', () => zone.classList.remove('over'));
    document.addEventListener('drop', (event) => {
      if (!holds(event)) return;
      event.preventDefault();
      zone.classList.remove('over');
      this.open(event.dataTransfer?.files[0]);
    });
    this.input.addEventListener('change', () => this.open(this.input.files?.[0]));
    partOf(document, 'forget').addEventListener('click', () => this.forget(this.config.messages.forgotten));
    partOf(document, 'print').addEventListener('click', () => document.defaultView?.print());
  }

  private forget(text: string): void {
    this.input.value = '';
    this.answer.replaceChildren();
    partOf(this.document, 'fault').hidden = true;
    partOf(this.document, 'actions').hidden = true;
    this.say(text);
  }

  private open(file: File | undefined): void {
    if (!file) return;
    if (this.busy) {
      this.say(this.config.messages.busy);
      return;
    }
    this.forget(this.config.messages.reading);
    this.busy = true;
    const progress = partOf<HTMLProgressElement>(this.document, 'progress');
    progress.removeAttribute('value');
    progress.hidden = false;
    this.worker.postMessage({ file, subjects: this.config.subjects });
  }

  private hear(message: FromWorker): void {
    if (message.kind === 'ready') return;
    const progress = partOf<HTMLProgressElement>(this.document, 'progress');
    if (message.kind === 'progress') {
      progress.value = message.share;
      return;
    }
    this.busy = false;
    progress.hidden = true;
    if (message.kind === 'fault') this.fault(message);
    else this.show(message);
    this.document.defaultView?.performance.mark('own:answer');
  }

  private fault({ code, place, details }: Extract<FromWorker, { kind: 'fault' }>): void {
    const { faults, remedy } = this.config.messages;
    const text = faults[code] ?? faults['own-unreadable'];
    const box = partOf(this.document, 'fault');
    const values = { ...place, ...details } as Record<string, string | number>;
    this.forget('');
    box.textContent = `${place.file ? `${place.file}: ` : ''}${fill(text?.fault ?? code, values)}. ${remedy}: ${fill(text?.remedy ?? '', values)}.`;
    box.hidden = false;
  }

  private show({ file }: Extract<FromWorker, { kind: 'read' }>): void {
    const { document, config, background, answer } = this;
    writeWhat(add(answer, 'div'), file, config);
    const [work, report] = [add(answer, 'div'), add(answer, 'div')];
    const draw = () => writeReport(report, file, form.settings(), config, background);
    const form = new WorkForm(work, file, config, background, draw);
    draw();
    partOf(document, 'actions').hidden = false;
    this.say(fill(config.messages.read, { n: file.pupils.length }));
  }
}

/** Published figures for comparison; the analysis works without them. */
async function loadBackground(address: string): Promise<Background | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as Background) : undefined;
  } catch {
    return undefined;
  }
}

/** Resolves when the worker has its code and answers. */
function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', () => resolve(worker), { once: true });
    worker.addEventListener('error', reject, { once: true });
  });
}

async function start(document: Document): Promise<void> {
  const config = JSON.parse(partOf(document, 'config').textContent ?? '') as OwnDataConfig;
  partOf(document, 'form').hidden = false;
  try {
    const [worker, background] = await Promise.all([startWorker(), loadBackground(config.background)]);
    new OwnData(document, config, worker, background);
  } catch (error) {
    console.error(error);
    partOf(document, 'status').textContent = config.messages.noWorker;
  }
}

if (typeof document !== 'undefined' && document.getElementById('own-config')) void start(document);
