import { type Child, listed } from './cohorts.ts';
import { type Fate, type Inflation, levelOf } from './level.ts';
import { type Stream, stream } from './random.ts';
import { markOf, type Scale, scaleOf, testScaleOf } from './scales.ts';
import { isOpen, type School } from './schools.ts';
import { model } from './settings.ts';
import type { Work } from './works.ts';

/** One child's work. An absent child has neither score nor mark. */
export interface Sheet {
  child: Child;
  variant: 1 | 2;
  absent: boolean;
  score: number;
  /** 0 where the procedure gives no marks. */
  mark: number;
  /** Mark of the term before. */
  journal: number;
}

/** Pushes a score that falls just short of a mark over its bound: the spike that the objectivity markers look for. */
function inflate(score: number, scale: Scale, random: Stream): number {
  const reach = Math.ceil(model.inflation.reach * scale.max);
  const bound = scale.bounds.find((b) => b > score && b - score <= reach);
  if (bound === undefined || random.uniform() >= model.inflation.probability) return score;
  return Math.min(scale.max, bound + (random.uniform() < 0.25 ? 1 : 0));
}

/** Teachers know their pupils, with an error; a "2" for a term is rare. */
function journalMark(share: number, scale: Scale, random: Stream): number {
  const seen = Math.round((share + 0.02 + 0.09 * random.normal()) * scale.max);
  const mark = markOf(seen, scale);
  return mark === 2 && random.uniform() < 0.8 ? 3 : mark;
}

function falseJournal(mark: number, inflation: Inflation, random: Stream): number {
  if (inflation.journal === 'copied') return random.uniform() < 0.95 ? mark : Math.min(5, mark + 1);
  const turned = Math.min(5, Math.max(3, 8 - mark));
  return random.uniform() < 0.75 ? turned : random.integer(3, 5);
}

/** Inflation of this work, if the school does it here: ВПР of Russian and mathematics in its grades. */
function inflationOf(work: Work, fate: Fate): Inflation | null {
  const core = work.procedure === 'vpr' && (work.subject === 'russian' || work.subject === 'mathematics');
  return core && fate.inflation?.grades.includes(work.grade) ? fate.inflation : null;
}

function markedSheet(latent: number, work: Work, inflation: Inflation | null, random: Stream) {
  const scale = scaleOf(work.procedure, work.subject, work.grade);
  const mean = (scale.bounds[0] - 0.5) / scale.max + model.spread * model.total_sd * scale.easiness;
  const share = mean + model.spread * (latent + (inflation ? model.inflation.shift : 0));
  const honest = Math.min(scale.max, Math.max(0, Math.round(share * scale.max)));
  const score = inflation ? inflate(honest, scale, random) : honest;
  const mark = markOf(score, scale);
  const journal = inflation ? falseJournal(mark, inflation, random) : journalMark(share, scale, random);
  return { score, mark, journal };
}

function testSheet(latent: number, work: Work) {
  const { mean, deviation } = testScaleOf(work.subject);
  const score = Math.min(100, Math.max(0, Math.round(mean + deviation * latent)));
  return { score, mark: 0, journal: 0 };
}

/** All sheets of one school's work, the absent included. The same arguments give the same sheets. */
export function sheetsOf(school: School, work: Work, fate: Fate): Sheet[] {
  if (!isOpen(school, work.year, work.session)) return [];
  const level = levelOf(school, work, fate);
  const inflation = inflationOf(work, fate);
  const random = stream('sheet', school.id, work.year, work.procedure, work.subject, work.grade);
  return listed(school, work).map((child): Sheet => {
    const absent = random.uniform() >= model.present[work.procedure];
    const latent = level + child.ability + model.paper_sd * random.normal();
    const variant = random.uniform() < 0.5 ? 1 : 2;
    const result =
      work.procedure === 'ege' ? testSheet(latent, work) : markedSheet(latent, work, inflation, random);
    return { child, variant, absent, ...result };
  });
}
