const isTerminal = process.stdout.isTTY === true;

/** Seconds with one decimal, as progress lines show them. */
export const seconds = (from: number): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Rewrites the current line on a terminal; elsewhere prints nothing, so that logs stay short. */
export function progress(text: string): void {
  if (isTerminal) process.stdout.write(`\r\x1b[2K${text}`);
}

/** Prints a line that stays. */
export function line(text: string): void {
  if (isTerminal) process.stdout.write('\r\x1b[2K');
  console.log(text);
}

/** Runs a stage and prints what it did and how long it took. */
export async function stage<T>(
  name: string,
  work: () => Promise<T>,
  told: (result: T) => string = () => '',
): Promise<T> {
  const start = performance.now();
  if (isTerminal) progress(`${name} …`);
  else console.log(`… ${name}`);
  const result = await work();
  const text = told(result);
  line(`✓ ${name}${text ? `: ${text}` : ''} (${seconds(start)})`);
  return result;
}
