/** Дорожные карты: что не так и что делать. */
export const roadmapFaultsRu = {
  'unknown-roadmap': {
    fault: 'дорожной карты «{id}» нет в data/roadmaps',
    remedy: 'есть: {known}; исправьте список "roadmaps" в dataset.json или уберите его, чтобы взять все',
  },
  'period-reversed': {
    fault: 'мероприятие кончается раньше, чем начинается',
    remedy: 'исправьте даты начала и конца в исходном файле',
  },
};
