import { release } from './release.ts';

/** Name of this build of the site; sixteen hexadecimal digits. A build by other means than ours has the release's. */
export const edition = (): string => process.env.DINAMIKA_EDITION || release();
