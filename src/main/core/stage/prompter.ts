import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { Prompter } from '#shared/model/stage.ts';
import type { PrompterDocument } from '#shared/rules/prompter/prompter-document.ts';
import { newPrompter, prompterPlace, settled } from '#shared/rules/prompter/prompter-place.ts';

type Done = Result<Record<string, never>>;

/** The prompter of one room: one place in one text, for every screen that shows it. Not stored. */
export class RoomPrompter {
  readonly #wallNow: () => number;
  readonly #document: () => PrompterDocument;
  #state: Prompter;

  constructor(wallNow: () => number, document: () => PrompterDocument, pace: number) {
    this.#wallNow = wallNow;
    this.#document = document;
    this.#state = newPrompter(wallNow(), pace);
  }

  state(): Prompter {
    return this.#state;
  }

  /** What there is to say changed: on from its beginning. True where it did. */
  follow(): boolean {
    if (this.#document().key === this.#state.documentKey) return false;
    this.#settle();
    return true;
  }

  run(isRunning: boolean): void {
    this.#settle();
    this.#state = { ...this.#state, isRunning };
  }

  setPace(pace: number): void {
    this.#settle();
    this.#state = { ...this.#state, pace };
  }

  move({ documentKey, at }: CommandInput<'prompter.move'>): Done {
    const document = this.#document();
    if (documentKey !== document.key) return fail('prompter_moved_on', {});
    this.#settle();
    this.#state = { ...this.#state, at };
    // Beyond a price that was not said, or the end, it stays there.
    this.#state = { ...this.#state, at: prompterPlace(this.#state, document, this.#wallNow()).at };
    return ok({});
  }

  /** Whether it was: a price that was said is not said again. */
  priceSaid(documentKey: string): Result<{ readonly isNew: boolean }> {
    const document = this.#document();
    if (documentKey !== document.key || document.gate === null) {
      return fail('prompter_moved_on', {});
    }
    this.#settle();
    const isNew = !this.#state.isPriceSaid;
    this.#state = { ...this.#state, isPriceSaid: true };
    return ok({ isNew });
  }

  #settle(): void {
    this.#state = settled(this.#state, this.#document(), this.#wallNow());
  }
}
