/** The finer grain in which chat lines are counted beside minutes. */
export const TEN_MS = 10_000;

type ChatTen = { readonly showId: number; readonly ten: number; chats: number };

/** Chat lines of a batch by ten seconds of their shows. */
export class ChatTens {
  #held = new Map<string, ChatTen>();
  #last: ChatTen | null = null;

  add(showId: number, ten: number): void {
    // Lines come in order: most are answered without joining the key.
    if (this.#last?.ten !== ten || this.#last.showId !== showId) this.#last = this.#of(showId, ten);
    this.#last.chats += 1;
  }

  held(): Iterable<Readonly<ChatTen>> {
    return this.#held.values();
  }

  clear(): void {
    if (this.#last === null) return;
    this.#held = new Map();
    this.#last = null;
  }

  #of(showId: number, ten: number): ChatTen {
    const id = `${showId}|${ten}`;
    const held = this.#held.get(id) ?? { showId, ten, chats: 0 };
    this.#held.set(id, held);
    return held;
  }
}
