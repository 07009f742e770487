import { dynamicsChart } from '../../charts/dynamics.ts';
import type { Compared } from './ask.ts';
import type { CompareConfig } from './config.ts';
import type { Entity } from './queries.ts';

/** One chart each, the region as the quiet line, all of one width so that they can be compared. */
export function drawCharts(
  parent: HTMLElement,
  entities: readonly Entity[],
  { rows }: Compared,
  { region, threshold, minParticipants, lang, messages }: CompareConfig,
): void {
  const document = parent.ownerDocument;
  const regional = rows.filter(({ level }) => level === 'region');
  const figures = entities.map(({ id, level, name }) => {
    const figure = document.createElement('figure');
    figure.className = 'figure';
    const own = rows.filter((row) => row.level === level && row.entity_id === id);
    const series = [
      { label: name, level, rows: own },
      { label: region, level: 'region' as const, rows: regional },
    ];
    const caption = document.createElement('figcaption');
    caption.textContent = name;
    if (lang !== 'ru') caption.lang = 'ru';
    const none = document.createElement('p');
    none.textContent = messages.noData;
    const width = Math.max(300, Math.min(340, parent.clientWidth));
    figure.append(
      own.length > 0
        ? dynamicsChart({ series, threshold, minParticipants }, { document, width, lang })
        : none,
      caption,
    );
    return figure;
  });
  parent.replaceChildren(...figures);
}
