import { indicators, orderIndicators, otherIndicators } from '../../indicators/catalogue.ts';
import { sqlOf } from '../../site/indicators.ts';

const all = [...orderIndicators, ...otherIndicators, ...indicators];

export const getStaticPaths = () => all.map((entry) => ({ params: { id: entry.id }, props: { entry } }));

/** The SQL of one indicator as a file. */
export const GET = ({ props }: { props: { entry: (typeof all)[number] } }): Response =>
  new Response(sqlOf(props.entry), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
