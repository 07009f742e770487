import { readFileSync } from 'node:fs';

/** A package of the lock: nothing else is installed. */
export interface LockedPackage {
  name: string;
  version: string;
  /** SPDX expression as the package states it, or what its licence file says where it states none. */
  licence: string;
  /** Only for those who develop; no operator installs it and no reader gets it. */
  dev: boolean;
  /** Installed only where it fits the machine. */
  optional: boolean;
}

/** May be used, changed and passed on with a notice; MPL and OFL only ask that the files themselves stay under them. */
const allowed = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib'],
  ...['CC0-1.0', 'CC-BY-3.0', 'Unlicense', 'Python-2.0', 'PSF-2.0', 'MPL-2.0', 'OFL-1.1'],
]);

/** libvips comes with Astro as a library of its own, is loaded only where pictures are scaled, and we pass it to nobody. */
const asLibrary = /^@img\/sharp-(libvips-|wasm32|win32-)/;

/** Packages that do not name an SPDX licence, and what the text in them is. */
const readByHand: Readonly<Record<string, string>> = {
  'flatbuffers@23.5.26': 'Apache-2.0',
  'json-bignum@0.0.3': 'MIT',
};

interface Lock {
  packages: Record<
    string,
    {
      version: string;
      license?: string;
      dev?: boolean;
      optional?: boolean;
      integrity?: string;
      resolved?: string;
      link?: boolean;
      hasInstallScript?: boolean;
    }
  >;
}

/** The entries of a lock file behind the project itself, by their folder. */
export const lockEntries = (file = 'package-lock.json'): [folder: string, Lock['packages'][string]][] =>
  Object.entries((JSON.parse(readFileSync(file, 'utf8')) as Lock).packages).filter(
    ([folder]) => folder !== '',
  );

/** Every package of the lock with its licence, by name; needs neither the network nor an installation. */
export const lockedPackages = (file?: string): LockedPackage[] =>
  lockEntries(file)
    .map(([folder, { version, license, dev = false, optional = false }]) => {
      const name = folder.split('node_modules/').at(-1) ?? folder;
      return { name, version, licence: readByHand[`${name}@${version}`] ?? license ?? '', dev, optional };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/** Whether an SPDX expression of licences, `AND`, `OR` and brackets allows what a public site does with a package. */
export function isAllowed(expression: string, more: ReadonlySet<string> = new Set()): boolean {
  const plain = expression.replaceAll(/[()]/g, '');
  if (/\bWITH\b/.test(plain) || plain.trim() === '') return false;
  // Brackets are only met around a whole expression; "a AND b OR c" would need a parser.
  if (/\bAND\b/.test(plain) && /\bOR\b/.test(plain)) return false;
  const known = (licence: string) => allowed.has(licence.trim()) || more.has(licence.trim());
  return /\bOR\b/.test(plain) ? plain.split(/\bOR\b/).some(known) : plain.split(/\bAND\b/).every(known);
}

const lgpl = new Set(['LGPL-3.0-or-later']);

/** Packages whose licence nobody has allowed. */
export const forbidden = (packages: readonly LockedPackage[]): LockedPackage[] =>
  packages.filter(({ name, licence }) => !isAllowed(licence, asLibrary.test(name) ? lgpl : undefined));
