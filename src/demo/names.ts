/** A municipality as written down by hand: all names are invented. */
export interface NamedPlace {
  name: string;
  /** How the publisher's result files write it. */
  short: string;
  kind: 'city' | 'district';
  centre: string;
  schools: number;
}

const city = (name: string, schools: number): NamedPlace => ({
  name: `городской округ ${name}`,
  short: `ГО ${name}`,
  kind: 'city',
  centre: `г. ${name}`,
  schools,
});

const district = (
  form: 'район' | 'округ',
  adjective: string,
  centre: string,
  schools: number,
): NamedPlace => ({
  name: `${adjective} муниципальный ${form}`,
  short: `${adjective} ${form === 'район' ? 'р-н' : 'МО'}`,
  kind: 'district',
  centre,
  schools,
});

/** The municipalities in the order of their codes. The first city is the region's centre. */
export const places: readonly NamedPlace[] = [
  city('Среднереченск', 62),
  city('Верхнелужск', 18),
  city('Заозёрновск', 14),
  city('Каменоярск', 17),
  city('Рудноключевск', 13),
  city('Светлоборск', 16),
  city('Тихоплёсск', 8),
  district('округ', 'Берестянский', 'пгт Берестянка', 8),
  district('район', 'Большелуговской', 'с. Большой Луг', 8),
  district('район', 'Верхнеключевской', 'с. Верхние Ключи', 7),
  district('округ', 'Вешнеборский', 'г. Вешнеборск', 9),
  district('район', 'Гусинобродский', 'с. Гусиный Брод', 7),
  district('округ', 'Долгопольевский', 'пгт Долгополье', 8),
  district('район', 'Еловоборский', 'с. Еловый Бор', 6),
  district('округ', 'Журавлихинский', 'с. Журавлиха', 7),
  district('район', 'Зимнегорский', 'пгт Зимняя Гора', 8),
  district('округ', 'Ивнокаменский', 'с. Ивнокаменка', 7),
  district('район', 'Калиностровский', 'с. Калинов Остров', 6),
  district('округ', 'Клюквенский', 'пгт Клюквенный', 8),
  district('район', 'Красноивовский', 'с. Красная Ива', 7),
  district('округ', 'Липоярский', 'г. Липоярск', 9),
  district('район', 'Малокаменский', 'с. Малые Камни', 7),
  district('округ', 'Мшанский', 'с. Мшаное', 6),
  district('район', 'Нижнелужский', 'пгт Нижние Лужи', 8),
  district('район', 'Новобереговой', 'с. Новый Берег', 7),
  district('округ', 'Ольшаногорский', 'с. Ольшаная Гора', 7),
  district('район', 'Песчаноозёрский', 'с. Песчаное Озеро', 8),
  district('округ', 'Пихтоборский', 'пгт Пихтовый Бор', 8),
  district('район', 'Ракитоярский', 'с. Ракитный Яр', 7),
  district('округ', 'Синегорьевский', 'г. Синегорьевск', 9),
  district('район', 'Старобродский', 'с. Старый Брод', 7),
  district('округ', 'Устьивинский', 'с. Усть-Ивина', 6),
];

const adjectives = {
  feminine: ['Верхняя', 'Нижняя', 'Большая', 'Малая', 'Новая', 'Старая', 'Дальняя', 'Тихая'],
  neuter: ['Верхнее', 'Нижнее', 'Большое', 'Малое', 'Новое', 'Старое', 'Дальнее', 'Тихое'],
};
const villages = {
  feminine: ['Ольховка', 'Берёзовка', 'Ключёвка', 'Кленовка', 'Рябиновка', 'Журавка', 'Лозовка', 'Полынка'],
  neuter: ['Заречье', 'Залесье', 'Подгорье', 'Приозерье', 'Разлужье', 'Заовражье', 'Поречье', 'Старолесье'],
};

/** Every village name there is, each once. */
export const villageNames: readonly string[] = (['feminine', 'neuter'] as const).flatMap((gender) =>
  villages[gender].flatMap((root) => [root, ...adjectives[gender].map((a) => `${a} ${root}`)]),
);
