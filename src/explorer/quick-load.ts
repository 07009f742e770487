import type { QuickFile } from './quick.ts';
import { quickName } from './quick.ts';

/** Fetches the small files of works, each once. A file that cannot be had is no file: the engine answers later. */
export class QuickFiles {
  readonly #base: string;
  readonly #known = new Map<string, Promise<QuickFile | null>>();

  constructor(base: string) {
    this.#base = base;
  }

  get(procedure: string, subject: string): Promise<QuickFile | null> {
    const name = quickName(procedure, subject);
    const known = this.#known.get(name);
    if (known) return known;
    const loading = this.#fetch(name).catch((error) => {
      console.warn(error);
      this.#known.delete(name);
      return null;
    });
    this.#known.set(name, loading);
    return loading;
  }

  async #fetch(name: string): Promise<QuickFile> {
    const response = await fetch(`${this.#base}${name}`);
    if (!response.ok) throw new Error(`no ${name}: ${response.status}`);
    const file = (await response.json()) as QuickFile;
    if (!Array.isArray(file.sessions) || !Array.isArray(file.entities))
      throw new Error(`not a work: ${name}`);
    return file;
  }
}
