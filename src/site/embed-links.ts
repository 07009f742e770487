import type { MunicipalityFile, RegionFile, SchoolFile } from '../contract/public.ts';
import type { Language, Level } from '../contract/vocabulary.ts';
import { type EmbedChart, embedFolder } from '../embeds/address.ts';
import { embedMessages } from '../i18n/embeds.ts';
import { isOffered } from './embeds/scope.ts';
import type { Entity } from './entity.ts';
import { hasPoints } from './figures.ts';
import { municipality, school as readSchool, region } from './release.ts';
import { isRequired, type Work, works } from './works.ts';

/** One chart that other pages may show, and what it is called there. */
export interface Offer {
  chart: EmbedChart;
  level: Level;
  /** Id of a school, municipality or region. */
  entity: string;
  indicator?: string;
  section?: string;
  /** What the chart shows, and whose. */
  title: string;
}

/** What a link under a chart offers. */
export interface Offered {
  lang: Language;
  offer: Offer;
}

interface Whose {
  level: Level;
  id: string;
  name: string;
}

/** Nothing where the site leaves the chart out. */
function offered(
  lang: Language,
  { level, id, name }: Whose,
  chart: EmbedChart,
  title: string,
  part: Pick<Offer, 'indicator' | 'section'> = {},
): Offered | undefined {
  if (!isOffered(chart, level, lang)) return undefined;
  return { lang, offer: { chart, level, entity: id, title: `${title}. ${name}`, ...part } };
}

const schoolWhose = ({ school }: Pick<SchoolFile, 'school'>): Whose => ({
  level: 'school',
  id: school.school_id,
  name: school.short_name ?? school.name,
});
const municipalityWhose = ({ municipality: own }: Pick<MunicipalityFile, 'municipality'>): Whose => ({
  level: 'municipality',
  id: own.municipality_id,
  name: own.name,
});
const regionWhose = ({ region: own }: Pick<RegionFile, 'region'>): Whose => ({
  level: 'region',
  id: own.region_id,
  name: own.name,
});

function whose({ level, rows }: Entity): Whose | undefined {
  const id = rows[0]?.entity_id;
  if (id === undefined) return undefined;
  if (level === 'school') return schoolWhose(readSchool(id));
  return level === 'region' ? regionWhose(region()) : municipalityWhose(municipality(id));
}

/** The results of one work on other pages: its dynamics, its marks or its three years. */
export function workOffer(
  chart: 'dynamics' | 'marks' | 'windows',
  entity: Entity,
  { procedure, subject }: Pick<Work, 'procedure' | 'subject'>,
  title: string,
  lang: Language,
): Offered | undefined {
  const own = whose(entity);
  const name = `${embedMessages(lang).charts[chart]}: ${title}`;
  return own && offered(lang, own, chart, name, { section: `${procedure}-${subject}` });
}

/** A chart of the region on other pages. */
export function regionOffer(
  chart: EmbedChart,
  lang: Language,
  indicator?: { id: string; name: string },
): Offered | undefined {
  const part = indicator ? { indicator: indicator.id } : {};
  return offered(
    lang,
    regionWhose(region()),
    chart,
    indicator?.name ?? embedMessages(lang).charts[chart],
    part,
  );
}

/** A chart of a school on other pages. */
export const schoolOffer = (chart: EmbedChart, file: SchoolFile, lang: Language): Offered | undefined =>
  offered(lang, schoolWhose(file), chart, embedMessages(lang).charts[chart]);

/** A chart of a municipality on other pages. */
export function municipalityOffer(
  chart: EmbedChart,
  file: MunicipalityFile,
  lang: Language,
  indicator?: { id: string; name: string },
): Offered | undefined {
  const part = indicator ? { indicator: indicator.id } : {};
  return offered(
    lang,
    municipalityWhose(file),
    chart,
    indicator?.name ?? embedMessages(lang).charts[chart],
    part,
  );
}

/** The folder of the chart that stands for a page, whose oEmbed the page names; none where there is nothing to show. */
export function mainEmbed(entity: Entity, lang: Language): string | undefined {
  const id = entity.rows[0]?.entity_id;
  const shown = works(entity.rows).some((work) => isRequired(work) && hasPoints(work));
  return id !== undefined && shown && isOffered('dynamics', entity.level, lang)
    ? embedFolder({ chart: 'dynamics', entity: id, lang })
    : undefined;
}
