import type { ApiMessages } from '../ru/api.ts';

/** Words of the page of the API. */
export const api: ApiMessages = {
  title: 'Data for programs',
  lead: 'All data of the site are plain files at permanent addresses: no keys, no registration, no limits.',
  addresses: 'Addresses',
  columns: { address: 'Address', what: 'What it is', schema: 'Schema' },
  files: {
    latest: 'which release is the latest: the only file that moves',
    releases: 'all releases and how much each changed',
    changes: 'what exactly a release changed',
    manifest: 'manifest of a release: sources, methodology, files with checksums',
    datapackage: 'description of the tables (Frictionless Data Package)',
    table: 'a table; the description of the tables lists them',
    school: 'one school',
    municipality: 'one municipality',
    region: 'the region',
    zip: 'the whole release as one archive',
    excel: 'tables as Russian Excel opens them: semicolons, decimal commas',
    xlsx: 'Excel workbook with definitions; municipalities have workbooks of their own',
    chart: 'numbers and picture of one chart',
  },
  machine: 'Descriptions for programs',
  descriptions: {
    openapi: 'OpenAPI 3.1: all addresses and answers',
    catalog: 'DCAT-AP: an entry for a catalogue of open data',
    citation: 'CITATION.cff: how to cite',
  },
  examples: 'One-line examples',
  examplesLead: (what) =>
    `The same question in several tools: ${what}, the whole region — how many took part and how many stayed below the threshold.`,
  examplesDuckdb:
    'DuckDB reads the downloaded file here. It can also read it right at its address, but takes its extension httpfs from the network for that.',
  promise: 'What you can rely on',
  promises: [
    'A published release never changes. An address with the name of a release gives the same bytes a year later; compare them with the checksum in the manifest.',
    'Within version 1 files may gain fields and columns, but the present ones will not vanish or change their meaning. A version that breaks this gets other addresses of schemas, and the old one stays.',
    'An absent value is an empty cell with the code of the reason beside it, never zero. A hidden count is a range from _low to _high.',
  ],
  cors: 'If a page of another site reads the data (CORS)',
  corsText:
    'The site is only files, and the header Access-Control-Allow-Origin: * for addresses under /data/ comes from the host. GitHub Pages and Cloudflare Pages set it themselves. For nginx: location /data/ { add_header Access-Control-Allow-Origin *; }. For Netlify: a _headers file. Programs outside a browser do not need the header.',
};
