import type { Dataset } from '../../contract/dataset.ts';
import type { Engine } from '../../contract/engine.ts';
import type { ReadSource } from '../reader.ts';
import { fillRoadmaps } from './fill.ts';
import { readCalendar, stageOrders } from './orders.ts';

const calendarFolder = 'data/reference';

/**
 * Stages the road maps of orders and completes all of them: dates from wordings, places, names of people taken out.
 * @param orders folder of the orders' road maps; none are staged without it
 */
export async function addRoadmaps(
  engine: Engine,
  dataset: Dataset,
  sources: readonly ReadSource[],
  orders?: string,
): Promise<void> {
  if (orders !== undefined) await stageOrders(engine, orders, dataset.roadmaps);
  const found = await fillRoadmaps(engine, dataset, readCalendar(calendarFolder));
  for (const { file, warnings } of sources) {
    const rows = found.get(file.number);
    if (rows !== undefined) warnings.push(`names-removed ${rows}`);
  }
}
