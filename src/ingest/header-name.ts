/** Headers are compared without case, ё, surrounding, repeated and non-breaking space. */
export const normaliseHeader = (name: string): string =>
  name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase().replaceAll('ё', 'е');
