import type { ChartOptions } from '../../charts/options.ts';
import { fill } from '../../i18n/explorer-messages.ts';
import { noCode } from '../engine.ts';
import { type Answer, isNumber } from './answer.ts';
import type { ConsolePage } from './config.ts';
import { type Drawing, isKind, pointsOf, suggest } from './draw.ts';

/** The chart under an answer and its four choices. A first chart is drawn unasked. */
export class ChartForm {
  readonly #page: ConsolePage;
  #answer: Answer | null = null;

  constructor(page: ConsolePage) {
    this.#page = page;
    for (const name of ['kind', 'across', 'up', 'panels'])
      this.#select(name).addEventListener('change', () => void this.#draw());
  }

  /** Offers the columns of an answer and draws what suits it. */
  async show(answer: Answer): Promise<void> {
    this.#answer = answer;
    const first = suggest(answer);
    const { part, config } = this.#page;
    part('chart').hidden = answer.rows.length === 0;
    part('chart-form').hidden = first === null;
    part('figure').replaceChildren();
    part('chart-note').textContent = first === null ? config.words.noChart : '';
    if (!first) return;
    const names = answer.columns.map(({ name }) => name);
    this.#offer('across', names);
    this.#offer(
      'up',
      answer.columns.filter(isNumber).map(({ name }) => name),
    );
    this.#offer('panels', names, true);
    this.#select('kind').value = first.kind;
    this.#select('across').value = first.x;
    this.#select('up').value = first.y;
    this.#select('panels').value = first.series;
    await this.#draw();
  }

  redraw(): void {
    if (this.#answer && !this.#page.part('chart').hidden) void this.#draw();
  }

  #chosen(): Drawing {
    const kind = this.#select('kind').value;
    return {
      kind: isKind(kind) ? kind : 'bars',
      x: this.#select('across').value,
      y: this.#select('up').value,
      series: this.#select('panels').value,
    };
  }

  async #draw(): Promise<void> {
    const answer = this.#answer;
    if (!answer) return;
    const { document, config, part } = this.#page;
    const { drawnPoints, resultChart } = await import('../../charts/result-chart.ts').catch(noCode);
    const drawing = this.#chosen();
    const { kind, x, y } = drawing;
    const points = pointsOf(answer, drawing);
    const figure = part('figure');
    const all = drawnPoints({ kind, points }).length === points.length;
    part('chart-note').textContent =
      points.length === 0 ? config.words.noChart : all ? '' : config.words.cutChart;
    if (points.length === 0) return figure.replaceChildren();
    const options: ChartOptions = {
      document,
      width: Math.max(300, Math.min(900, figure.clientWidth)),
      lang: config.lang,
      label: fill(config.words.chartLabel, { x, y }),
    };
    figure.replaceChildren(resultChart({ kind, points, x, y }, options));
  }

  #offer(name: string, values: readonly string[], keepFirst = false): void {
    const select = this.#select(name);
    const options = values.map((value) => {
      const option = this.#page.document.createElement('option');
      option.value = value;
      option.textContent = value;
      return option;
    });
    const first = keepFirst ? [...select.options].slice(0, 1) : [];
    select.replaceChildren(...first, ...options);
  }

  #select(name: string): HTMLSelectElement {
    return this.#page.part<HTMLSelectElement>(name);
  }
}
