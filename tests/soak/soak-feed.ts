import type { FeedEvent } from '#shared/contract/room-event.ts';
import { CLI_SOCKET_PATH, RuntimeInfo, runtimeFilePath } from '#core/screens/runtime-file.ts';
import { readJson } from '#core/screens/private-file.ts';
import { busyRoom } from '#tests/support/busy-room.ts';

import { LightScreen } from './light-screen.ts';
import { COMPRESSION } from './soak-figures.ts';

/** Events a second of a busy room, averaged over a long show. */
const BUSY_PER_SECOND = 20;
const EVERY_MS = 100;
const BATCH = (BUSY_PER_SECOND * COMPRESSION * EVERY_MS) / 1000;
/** Batches without an answer: the sender is not the thing under test. */
const MOST_WAITING = 50;

/** Another program that sends a busy room's events, sixteen times as fast as they come. */
export class SoakFeed {
  sent = 0;
  /** Answered as stored. */
  stored = 0;
  readonly #screen: LightScreen;
  #timer: NodeJS.Timeout | null = null;
  #waiting = 0;
  #problem: unknown = null;
  #onIdle: () => void = () => undefined;

  private constructor(screen: LightScreen) {
    this.#screen = screen;
  }

  static async connect(dataFolder: string): Promise<SoakFeed> {
    const runtime = readJson(runtimeFilePath(dataFolder), RuntimeInfo);
    if (runtime === null) throw new Error('no core runs on this folder');
    const auth = { role: 'cli', token: runtime.token };
    const origin = runtime.url ?? '';
    return new SoakFeed(await LightScreen.connect(origin, CLI_SOCKET_PATH, auth, {}));
  }

  start(): void {
    this.#timer = setInterval(() => {
      if (this.#waiting > MOST_WAITING || this.#problem !== null) return;
      void this.#send();
    }, EVERY_MS);
  }

  /** Sends no more; resolves when everything was answered. Throws what was refused. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    if (this.#waiting > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve));
    if (this.#problem !== null) throw this.#problem;
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#screen.close();
  }

  async #send(): Promise<void> {
    const nowTs = Date.now();
    const step = EVERY_MS / BATCH;
    const events = busyRoom(BATCH, nowTs, this.sent + 1).map((event, index): FeedEvent => ({
      ...event,
      dedupeKey: `soak-${this.sent + index}`,
      platformTs: Math.round(nowTs + index * step),
      receivedTs: nowTs,
    }));
    this.sent += events.length;
    this.#waiting += 1;
    try {
      const { stored } = await this.#screen.run('ingest.append', { sender: 'soak', events });
      this.stored += stored;
    } catch (error) {
      this.#problem ??= error;
    }
    this.#waiting -= 1;
    if (this.#waiting === 0) this.#onIdle();
  }
}
