import type { AppError } from '#shared/contract/app-error.ts';
import type { StoreKeeping } from '#shared/model/store.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';

/** Beyond this from receipt to disk the operator is told that the store is slow. */
const SLOW_COMMIT_MS = 1_000;

/** What the desk says of the store: does it take what comes, how fast, what was lost. */
export class StoreHealth {
  readonly #dataFolder: string;
  #error: AppError | null = null;
  #commitDelayMs: number | null = null;
  #eventsStored = 0;

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  /** A show was taken up that has this many events on disk. */
  restart(eventsStored: number): void {
    this.#eventsStored = eventsStored;
  }

  committed(events: number, delayMs: number | null): void {
    this.#error = null;
    this.#eventsStored += events;
    if (delayMs !== null) this.#commitDelayMs = Math.max(0, delayMs);
  }

  failed(error: AppError): void {
    this.#error = error;
  }

  isFailing(): boolean {
    return this.#error !== null;
  }

  slice(dropped: number, rawFramesDropped: number, keeping: StoreKeeping): RoomSlices['store'] {
    const isSlow = (this.#commitDelayMs ?? 0) > SLOW_COMMIT_MS;
    return {
      state: this.#error !== null ? 'failing' : isSlow ? 'slow' : 'ok',
      error: this.#error,
      eventsStored: this.#eventsStored,
      commitDelayMs: this.#commitDelayMs,
      dropped,
      rawFramesDropped,
      dataFolder: this.#dataFolder,
      keeping,
    };
  }
}
