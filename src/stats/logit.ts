/** Natural logarithm of the odds of a probability strictly between 0 and 1. */
export const logit = (p: number): number => Math.log(p / (1 - p));

/** The probability of given log odds. */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
