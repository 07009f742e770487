/**
 * Recognises personal data (Law 152-FZ): names, insurance and document numbers, phones, e-mails, birth dates.
 * Such columns are dropped at the door when the profile does not use them; using one stops the ingest.
 */
const headers =
  /(^|[^\p{L}])(фио|ф\.\s?и\.\s?о|фамилия|имя|отчество|снилс|паспорт|серия|номер документа|документ|дата рождения|д\.\s?р\.|телефон|e-?mail|эл\.?\s?почта|электронная почта|адрес проживания|surname|first name|last name|full name|birth ?date|date of birth|phone|passport|snils)($|[^\p{L}])/iu;

/** Kinds of personal data by the look of a cell, as DuckDB regular expressions over the whole trimmed text. */
export const personalContent: Record<string, string> = {
  snils: String.raw`^\d{3}-\d{3}-\d{3}[ -]\d{2}$`,
  email: String.raw`^[^@\s]+@[^@\s]+\.[^@\s]+$`,
  phone: String.raw`^(\+7|8)[ (-]*\d{3}[ )-]*\d{3}[ -]?\d{2}[ -]?\d{2}$`,
  name: `^[А-ЯЁ][а-яё-]+ [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(вич|вна|ична|инична|ич|оглы|кызы)$`,
};

/** True when a column's header names personal data. */
export const isPersonalHeader = (header: string): boolean => headers.test(header);
