/** One check of a canonical table: rows for which `condition` holds are rejected. */
export interface Rule {
  /** A fault code. */
  rule: string;
  /** The column that the report names. */
  column: string;
  /** SQL over the staged table. */
  condition: string;
}
