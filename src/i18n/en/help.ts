import type { HelpMessages } from '../ru/help.ts';

/** See the Russian file. */
export const help: HelpMessages = {
  title: 'Help for the school',
  none: 'This release has nothing on programmes or resource deficits of this school.',
  programmes: 'Programmes',
  noProgrammes: 'The school took part in no programme of help.',
  programme: (name, role, years) => `“${name}”: ${role}, ${years}`,
  roles: { participant: 'participant', mentor: 'mentor school', base: 'base school' },
  deficits: 'Resource deficits',
  deficitsLead: 'A deficit is what a school lacks: teachers, equipment, money.',
  year: 'Year',
  found: 'Found',
  removed: 'Of these removed',
  nothing: 'none',
};
