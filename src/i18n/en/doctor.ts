import type { doctorWordsRu } from '../ru/doctor.ts';

/** English sentences of the doctor; the same keys as in Russian. */
export const doctorEn: Record<string, { found: string; remedy?: string }> = {
  node: { found: 'Node {version}' },
  engine: { found: 'DuckDB {version} works' },
  'no-engine': { found: 'DuckDB does not start: {problem}', remedy: 'repeat npm ci on this machine' },
  disk: { found: '{free} GB free on disk' },
  'little-disk': {
    found: 'only {free} GB free on disk',
    remedy: 'make room: a region needs about {least} GB',
  },
  browser: { found: 'Chromium found: {path}' },
  'no-browser': { found: 'Chromium not found; only npm test needs it' },
  'no-release': { found: 'no releases: {folder}', remedy: 'run npm run ingest -- <data folder>' },
  release: { found: 'release {release} of the set “{dataset}” is whole, every file equals its checksum' },
  damaged: {
    found: 'the latest release is damaged ({problem})',
    remedy: 'remove the damaged release and run npm run ingest again: the same input gives the same files',
  },
  releases: { found: 'releases in the folder: {count}, all whole' },
  'damaged-older': {
    found: 'damaged files in earlier releases: {damaged}',
    remedy: 'restore the earlier release from a copy: somebody may link to it',
  },
  audited: { found: 'an attack on the release found nothing to compute about hidden numbers' },
  'not-audited': {
    found: 'this program has not yet tried what can be computed from the release',
    remedy: 'npm run audit -- {data}; the build of the site will try as well',
  },
  rows: { found: 'rows in: {total}, none rejected' },
  rejected: {
    found: 'rows rejected: {rejected} of {total}',
    remedy:
      'reasons and places are in reject.csv of the work folder; mend the source or profile and ingest again',
  },
  preset: { found: 'disclosure control: preset {preset}' },
  internal: {
    found: 'a release for official use: nothing is hidden',
    remedy: 'do not put it at a public address',
  },
  'no-site': { found: 'no site was built: {folder}', remedy: 'run npm run build' },
  site: { found: 'the site is built from release {built}, pages: {pages}' },
  'old-site': {
    found: 'the site is built from release {built}, but the latest is {release}',
    remedy: 'run npm run build',
  },
  links: { found: 'links checked: {references}, each leads somewhere' },
  'broken-links': {
    found: 'links that lead nowhere: {broken} of {references}',
    remedy: 'build the site again; if that does not help, tell the developers',
  },
  'own-origin': { found: 'no page loads anything from a foreign address' },
  foreign: {
    found: 'loaded from foreign addresses: {foreign}',
    remedy: 'remove the foreign address: it learns of every reader',
  },
  policy: { found: 'every page has the strict security policy' },
  'no-policy': {
    found: 'pages without a security policy: {pages}',
    remedy: 'build the site again; if that does not help, tell the developers',
  },
  light: {
    found:
      'weight: {weighed} weighed, each within the limit of its kind; the heaviest has {largest} KB compressed',
  },
  heavy: {
    found: 'heavier than the limit of their kind: {heavy}',
    remedy: 'they open slowly on a phone; tell the developers',
  },
  offline: { found: 'reading without a network: edition {edition}, all its files are there' },
  'no-offline': {
    found: 'reading without a network does not work: files are missing',
    remedy: 'build the site again; if that does not help, tell the developers',
  },
  'mixed-editions': {
    found: 'reading without a network is of another edition: release {release}, the site has {built}',
    remedy: 'build the site again and deploy the folder as a whole',
  },
  withdrawn: {
    found: 'reading without a network is withdrawn: copies of readers are being removed',
    remedy: 'to bring it back, build the site without --no-offline',
  },
  'no-hub': { found: 'no page of a country: {folder}; only several regions need it' },
  hub: {
    found: 'page of a country: regions {regions}, pages {pages}, links {references}, each leads somewhere',
  },
  'broken-hub': {
    found: 'page of a country: faults {broken} in {references} links',
    remedy: 'run npm run hub again; if that does not help, tell the developers',
  },
  'no-run': { found: 'npm run {command} has not been logged on this machine yet' },
  run: { found: 'npm run {command} {day} (UTC): {seconds} s; the longest parts' },
  'failed-run': {
    found: 'npm run {command} {day} (UTC) ended with a fault: {fault}',
    remedy: 'run it again; the log is .cache/logs/{command}.jsonl',
  },
};

export const doctorWordsEn: typeof doctorWordsRu = {
  states: { ok: '✓', warning: '!', failed: '✗', skipped: '–' },
  remedy: 'what to do',
  more: 'and {count} more',
  total: 'Checks: {all}. Failures: {failed}, warnings: {warnings}, skipped: {skipped}.',
};
