/** How a check ended: `skipped` names what was not there to be checked. */
export type CheckState = 'ok' | 'warning' | 'failed' | 'skipped';

/** One finding of the doctor. `code` picks the sentence and the remedy, `facts` fill them. */
export interface Finding {
  check: string;
  state: CheckState;
  code: string;
  facts: Record<string, string | number>;
  /** Places of the fault, such as files or links; the first ones are shown. */
  places: string[];
}

export const finding = (
  check: string,
  state: CheckState,
  code: string,
  facts: Finding['facts'] = {},
  places: readonly string[] = [],
): Finding => ({ check, state, code, facts, places: [...places] });
