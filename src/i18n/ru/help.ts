/** Words of the help that a school gets. */
export const help = {
  title: 'Помощь школе',
  none: 'О программах помощи и дефицитах ресурсов этой школы в выпуске ничего нет.',
  programmes: 'Программы',
  noProgrammes: 'В программах помощи школа не участвовала.',
  programme: (name: string, role: string, years: string) => `«${name}» — ${role}, ${years}`,
  roles: { participant: 'участник', mentor: 'школа-наставник', base: 'базовая площадка' } as Readonly<
    Record<string, string>
  >,
  deficits: 'Дефициты ресурсов',
  deficitsLead: 'Дефицит — чего школе не хватает: учителей, оборудования, денег.',
  year: 'Год',
  found: 'Выявлены',
  removed: 'Из них устранены',
  nothing: 'нет',
};

/** The shape that every language fills. */
export type HelpMessages = typeof help;
