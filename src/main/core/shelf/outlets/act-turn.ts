/**
 * What one driver does at its target, one after the other: an act that comes late must not be the
 * last. What is read there while one is under way says nothing of what others did.
 */
export class ActTurn {
  #tail: Promise<unknown> = Promise.resolve();
  #underWay = 0;
  #over = 0;
  readonly #listeners = new Set<() => void>();

  run<T>(act: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    const mine = this.#tail.then(act).finally(() => this.#ended());
    this.#tail = mine.catch(() => undefined);
    return mine;
  }

  /** Null where an act was under way, or came between. */
  async quietly<T>(read: () => Promise<T>): Promise<T | null> {
    if (this.#underWay > 0) return null;
    const before = this.#over;
    const value = await read();
    return this.#underWay > 0 || this.#over !== before ? null : value;
  }

  /** Whenever the last act has ended. */
  onIdle(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #ended(): void {
    this.#underWay -= 1;
    this.#over += 1;
    if (this.#underWay > 0) return;
    for (const listener of this.#listeners) listener();
  }
}
