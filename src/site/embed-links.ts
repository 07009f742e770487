import type { SchoolFile } from '../contract/public.ts';
import type { Language } from '../contract/vocabulary.ts';
import { type EmbedChart, embedFolder } from '../embeds/address.ts';
import { embedMessages } from '../i18n/embeds.ts';
import type { Entity } from './entity.ts';
import { hasPoints } from './figures.ts';
import { municipality, school as readSchool, region } from './release.ts';
import { isRequired, type Work, works } from './works.ts';

/** What a link under a chart offers. */
interface Offered {
  lang: Language;
  offer: { chart: EmbedChart; entity: string; indicator?: string; section?: string; title: string };
}

function nameOf({ level }: Entity, id: string): string {
  if (level === 'region') return region().region.name;
  if (level === 'municipality') return municipality(id).municipality.name;
  const { school } = readSchool(id);
  return school.short_name ?? school.name;
}

/** The dynamics of one work on other pages. */
export function offerOf(entity: Entity, work: Work, title: string, lang: Language): Offered | undefined {
  const id = work.rows[0]?.entity_id;
  if (id === undefined) return undefined;
  const section = `${work.procedure}-${work.subject}`;
  const chart = embedMessages(lang).charts.dynamics;
  return {
    lang,
    offer: { chart: 'dynamics', entity: id, section, title: `${chart}: ${title}. ${nameOf(entity, id)}` },
  };
}

/** A chart of the region on other pages. */
export function regionOffer(
  chart: EmbedChart,
  lang: Language,
  indicator?: { id: string; name: string },
): Offered {
  const { region_id: entity, name } = region().region;
  const title = `${indicator?.name ?? embedMessages(lang).charts[chart]}. ${name}`;
  return { lang, offer: { chart, entity, title, ...(indicator ? { indicator: indicator.id } : {}) } };
}

/** A chart of a school on other pages. */
export function schoolOffer(chart: EmbedChart, { school }: SchoolFile, lang: Language): Offered {
  const title = `${embedMessages(lang).charts[chart]}. ${school.short_name ?? school.name}`;
  return { lang, offer: { chart, entity: school.school_id, title } };
}

/** The folder of the chart that stands for a page, whose oEmbed the page names; none where there is nothing to show. */
export function mainEmbed(entity: Entity, lang: Language): string | undefined {
  const id = entity.rows[0]?.entity_id;
  const shown = works(entity.rows).some((work) => isRequired(work) && hasPoints(work));
  return id !== undefined && shown ? embedFolder({ chart: 'dynamics', entity: id, lang }) : undefined;
}
