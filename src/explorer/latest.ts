/** Lets only the newest of a run of requests answer. */
export class Latest {
  #current: AbortController | undefined;

  /**
   * Aborts the request before and starts this one.
   * @returns its answer, or `undefined` when a newer one has begun meanwhile, whether this one ended well or not
   */
  async run<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.#current?.abort();
    const controller = new AbortController();
    this.#current = controller;
    try {
      const answer = await task(controller.signal);
      return this.#current === controller ? answer : undefined;
    } catch (error) {
      if (this.#current === controller) throw error;
      return undefined;
    }
  }

  /** Gives up the request under way: nobody answers. */
  cancel(): void {
    this.#current?.abort();
    this.#current = undefined;
  }
}
