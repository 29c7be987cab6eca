import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';

import { SeededRandom } from '#core/feeds/simulator/random.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { ScreenId, type ProductId, type PushId, type ShowId } from '#shared/model/ids.ts';
import {
  MAIN_ROOM,
  settled,
  startRig,
  type CoreRig,
  type RigScreen,
} from '#tests/support/core-rig.ts';
import { productFields } from '#tests/support/desk-facts.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

import { inOrder, MINUTE_MS, PRODUCT_CODES } from './evening-minutes.ts';

/** Every second of a show is a write to the disk; where there is one in memory, it waits for none. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
/** A core that is held for longer says so with a gap. */
const STEP_MS = 3_750;

/** A room in which everything is done by the contract's own commands, against a clock that a test moves. */
export class ActedRoom {
  readonly folder: ReturnType<typeof temporaryFolder>;
  readonly random: SeededRandom;
  #core: CoreRig;
  #screens: { desk: RigScreen; cli: RigScreen; anchor: RigScreen };
  readonly #readers: BetterSqlite.Database[] = [];

  private constructor(folder: ReturnType<typeof temporaryFolder>, core: CoreRig, seed: number) {
    this.folder = folder;
    this.random = new SeededRandom(seed);
    this.#core = core;
    this.#screens = screensOf(core);
  }

  /** `prepare` writes what is in the store before the program is started for the first time. */
  static async open(
    seed: number,
    startTs: number,
    prepare: (folder: string) => void,
  ): Promise<ActedRoom> {
    const folder = temporaryFolder(MEMORY);
    prepare(folder.path);
    return new ActedRoom(folder, await startRig(folder.path, startTs), seed);
  }

  get core(): CoreRig {
    return this.#core;
  }
  get desk(): RigScreen {
    return this.#screens.desk;
  }
  get anchor(): RigScreen {
    return this.#screens.anchor;
  }

  nowTs(): number {
    return this.#core.ports.clock.wallNow();
  }

  /** A phone of an assistant, paired as the page server does it. */
  phone(name: string): RigScreen {
    return this.#core.screen('assistant', MAIN_ROOM, pair(this.#core, 'assistant:stock', name));
  }

  /** Another desk of the room, on a device that was paired. */
  tablet(): RigScreen {
    return this.#core.screen('desk', MAIN_ROOM, pair(this.#core, 'desk', 'Tablet'));
  }

  /** The core is closed and started again so much later, as after a crash of the machine. */
  async restart(laterMs: number, between: (folder: string) => void): Promise<void> {
    const fromTs = this.nowTs();
    await this.#core.close();
    between(this.folder.path);
    this.#core = await startRig(this.folder.path, fromTs + laterMs);
    this.#screens = screensOf(this.#core);
  }

  /** One sender for each platform: each is a source of its own. */
  async tell(events: readonly FeedEvent[]): Promise<void> {
    for (const platform of new Set(events.map((event) => event.platform))) {
      const own = events.filter((event) => event.platform === platform);
      await this.#screens.cli.must('ingest.append', { sender: `from-${platform}`, events: own });
    }
  }

  /** Events of one minute one after another, the clock going to each of them; then the minute's end. */
  async live(events: readonly FeedEvent[], endTs: number): Promise<void> {
    const steps = 2;
    const fromTs = endTs - MINUTE_MS;
    for (let step = 1; step <= steps; step += 1) {
      const untilTs = fromTs + (step * MINUTE_MS) / steps;
      const due = inOrder(events).filter(
        ({ platformTs }) =>
          (platformTs ?? 0) < untilTs && (platformTs ?? 0) >= untilTs - MINUTE_MS / steps,
      );
      await this.until(untilTs);
      if (due.length > 0) await this.tell(due);
    }
  }

  /** Timers run once for each step, not once for each time they fell due: hours cost seconds. */
  async until(ts: number): Promise<void> {
    for (let leftMs = ts - this.nowTs(); leftMs > 0; leftMs = ts - this.nowTs()) {
      this.#core.ports.clock.hold(Math.min(leftMs, STEP_MS));
      await settled();
    }
  }

  async shelve(): Promise<readonly ProductId[]> {
    const made: ProductId[] = [];
    for (const [index, code] of PRODUCT_CODES.entries()) {
      const fields = { ...productFields(code, 'CNY'), stock: 40 };
      const linkNumber = index + 1;
      made.push((await this.desk.must('shelf.putProduct', { fields, linkNumber })).productId);
    }
    return made;
  }

  async pin(linkNumber: number): Promise<PushId> {
    const { productId } = await this.desk.must('shelf.arm', { linkNumber });
    return (await this.desk.must('shelf.go', { productId })).pushId;
  }

  async create(title: string): Promise<ShowId> {
    const show = { title, origin: 'live', currency: 'CNY' } as const;
    return (await this.desk.must('show.create', show)).showId;
  }

  /** A connection of another program: it sees what is committed, and nothing of the code under test. */
  reader(): BetterSqlite.Database {
    const reader = new BetterSqlite(join(this.folder.path, 'cuedesk.sqlite'), { readonly: true });
    this.#readers.push(reader);
    return reader;
  }

  async close(): Promise<void> {
    for (const reader of this.#readers) reader.close();
    await this.#core.close();
    this.folder.clean();
  }
}

function screensOf(core: CoreRig) {
  const anchor = core.screen('anchor', MAIN_ROOM, pair(core, 'anchor', 'Stage'));
  return { desk: core.screen('desk'), cli: core.screen('cli'), anchor };
}

/** A row of what the page server writes when a screen is paired. */
function pair(core: CoreRig, role: string, name: string): ScreenId {
  const store = new BetterSqlite(core.storePath);
  try {
    const { lastInsertRowid } = store
      .prepare(
        `INSERT INTO screens (room_id, role, name, token_hash, paired_ts, last_seen_ts)
         VALUES ('main', ?, ?, randomblob(32), 1, 1)`,
      )
      .run(role, name);
    return ScreenId.parse(Number(lastInsertRowid));
  } finally {
    store.close();
  }
}
