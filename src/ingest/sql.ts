/** A text as an SQL literal. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;
/** A name as an SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** A list of SQL literals for IN (…). */
export const literals = (values: readonly string[]): string => values.map(literal).join(', ');
