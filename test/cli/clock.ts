/** Options of Node with another date on its clock, in every thread. */
export const clockOf = (date: string): string =>
  `--import data:text/javascript,${encodeURIComponent(`
  const skew = Date.parse('${date}') - Date.now();
  const Real = Date;
  globalThis.Date = class Date extends Real {
    constructor(...all) { if (all.length === 0) super(Real.now() + skew); else super(...all); }
    static now() { return Real.now() + skew; }
  };`)}`;
