import { byReason, changesOf, newYears, siteReleases } from '../../site/release-pages.ts';

/** The releases of the site, the latest first, with how much each changed and why. */
export function GET(): Response {
  const releases = siteReleases().map((manifest) => ({
    release: manifest.release,
    previous_release: manifest.previous_release,
    methodology: manifest.methodology.version,
    years: manifest.years,
    new_years: newYears(manifest),
    changes: Object.fromEntries(byReason(changesOf(manifest.release))),
  }));
  return Response.json({ releases });
}
