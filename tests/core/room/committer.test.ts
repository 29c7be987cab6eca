import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { sql } from '#core/database/sql.ts';
import {
  COMMIT_AT_EVENTS,
  COMMIT_NOW_EVENTS,
  COMMIT_SOON_MS,
  COMMIT_WITHIN_MS,
  CommitFailed,
  Committer,
  type CommitParticipant,
} from '#core/room/committer.ts';
import { Ingest } from '#core/room/ingest.ts';
import { heldFigures } from '#tests/support/held-figures.ts';
import { oracleFigures } from '#tests/support/oracle.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import {
  addShow,
  addSource,
  openTestStore,
  pendingOf,
  startIngest,
  type TestShow,
  type TestStore,
} from '#tests/support/test-store.ts';

let store: TestStore;
let show: TestShow;
let source: number;

beforeEach(() => {
  store = openTestStore();
  const { db } = store.store;
  show = addShow(db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs: TEST_NOW,
    endedTs: null,
  });
  source = addSource(db, { room: 'main', connector: 'bridge', platform: 'twitch' });
});

afterEach(() => store.close());

function chats(count: number, prefix = 'm') {
  return Array.from({ length: count }, (_, index) => {
    const at = { key: `${prefix}${index}`, ts: TEST_NOW + index };
    return pendingOf(chat(at, person(`u${index}`, `U${index}`), 'hi'), show.showId, source);
  });
}

/** From now on the store refuses every event, as a full disk does. */
function failWith(code: string, test: TestStore): { mend(): void } {
  const { db } = test.store;
  const spy = vi.spyOn(db, 'transaction').mockImplementation((work) => {
    const { raw } = db;
    return raw.transaction(() => {
      work();
      throw Object.assign(new Error(code), { code });
    })();
  });
  return { mend: () => spy.mockRestore() };
}

describe('acknowledged means committed', () => {
  test('the listener hears of events only when a second connection reads them', () => {
    const reader = store.reader();
    const seen: unknown[] = [];
    const committer = new Committer(store.store.db, store.ports);
    const ingest = new Ingest(store.store.db, show.roomId, {
      onCommitted: (events) => {
        for (const { event } of events) {
          const row = reader.prepare('SELECT dedupe_key FROM events WHERE seq = ?').pluck();
          seen.push([row.get(event.seq), reader.inTransaction]);
        }
      },
      onRolledBack: () => expect.unreachable(),
    });
    committer.join(ingest);
    ingest.enqueue(chats(3));
    expect(seen).toEqual([]);
    committer.runNow(() => undefined);
    expect(seen).toEqual([
      ['m0', false],
      ['m1', false],
      ['m2', false],
    ]);
  });

  test('the result of a command is handed out after the commit, with all that waited', () => {
    const { ingest, committer, committed } = startIngest(store, show.roomId);
    ingest.enqueue(chats(2));
    const order: string[] = [];
    const result = committer.runNow(() => {
      order.push(`inside ${committed.length}`);
      return 'answer';
    });
    order.push(`${result} ${committed.length}`);
    expect(order).toEqual(['inside 0', 'answer 2']);
  });

  test('work within a commit joins its transaction and tells nobody early', () => {
    const { ingest, committer, committed } = startIngest(store, show.roomId);
    ingest.enqueue(chats(1));
    committer.runNow(() => {
      committer.runNow(() => undefined);
      expect(committed).toEqual([]);
    });
    expect(committed).toHaveLength(1);
  });

  test('the seq of a fact of the desk follows the events that waited before it', () => {
    const { ingest, committer, committed } = startIngest(store, show.roomId);
    ingest.enqueue(chats(2));
    committer.runNow(() =>
      ingest.writeFact(
        {
          kind: 'bookmark',
          note: 'here',
          platform: 'cuedesk',
          source: 'desk',
          platformRoomId: null,
          dedupeKey: 'b1',
          platformTs: null,
          receivedTs: TEST_NOW,
          test: false,
          historical: false,
          actor: null,
          schema: 1,
        },
        show.showId,
        TEST_NOW,
      ),
    );
    expect(committed.map(({ event }) => event.kind)).toEqual(['chat', 'chat', 'bookmark']);
    const seqs = committed.map(({ event }) => event.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  });
});

describe('group commit', () => {
  test('events of a moment share one transaction', () => {
    const { ingest, committer, committed } = startIngest(store, show.roomId);
    const transaction = vi.spyOn(store.store.db, 'transaction');
    for (const event of chats(20)) {
      ingest.enqueue([event]);
      committer.schedule(ingest.waiting());
      store.ports.clock.advance(1);
    }
    expect(committed).toEqual([]);
    store.ports.clock.advance(COMMIT_SOON_MS - 20);
    expect(committed).toHaveLength(20);
    expect(transaction).toHaveBeenCalledTimes(1);
  });

  test('where each commit is of many, the next waits for more, but never longer than it may', () => {
    const { ingest, committer, committed } = startIngest(store, show.roomId);
    const wave = (prefix: string): void => {
      ingest.enqueue(chats(200, prefix));
      committer.schedule(ingest.waiting());
    };
    wave('first');
    store.ports.clock.advance(COMMIT_SOON_MS);
    expect(committed).toHaveLength(200);
    wave('second');
    store.ports.clock.advance(COMMIT_SOON_MS);
    expect(committed).toHaveLength(200);
    store.ports.clock.advance(COMMIT_WITHIN_MS - COMMIT_SOON_MS);
    expect(committed).toHaveLength(400);
    ingest.enqueue(chats(1, 'calm'));
    committer.schedule(ingest.waiting());
    store.ports.clock.advance(COMMIT_WITHIN_MS);
    ingest.enqueue(chats(1, 'again'));
    committer.schedule(ingest.waiting());
    store.ports.clock.advance(COMMIT_SOON_MS);
    expect(committed).toHaveLength(402);
  });

  test('many events do not wait for the rest of the time, few do', () => {
    const { ingest, committer, committed } = startIngest(store, show.roomId);
    ingest.enqueue(chats(COMMIT_AT_EVENTS - 1));
    committer.schedule(ingest.waiting());
    store.ports.clock.advance(0);
    expect(committed).toEqual([]);
    ingest.enqueue(chats(1, 'last'));
    committer.schedule(ingest.waiting());
    store.ports.clock.advance(0);
    expect(committed).toHaveLength(COMMIT_AT_EVENTS);
    ingest.enqueue(chats(1, 'alone'));
    committer.schedule(ingest.waiting());
    store.ports.clock.advance(COMMIT_WITHIN_MS);
    expect(committed).toHaveLength(COMMIT_AT_EVENTS + 1);
  });

  test('a burst is not even waited with until the next turn, but within a commit it is', () => {
    const { ingest, committer, committed } = startIngest(store, show.roomId);
    committer.runNow(() => {
      ingest.enqueue(chats(COMMIT_NOW_EVENTS));
      committer.schedule(ingest.waiting());
      expect(committed).toEqual([]);
    });
    store.ports.clock.advance(0);
    expect(committed).toHaveLength(COMMIT_NOW_EVENTS);
    ingest.enqueue(chats(COMMIT_NOW_EVENTS, 'again'));
    committer.schedule(ingest.waiting());
    expect(committed).toHaveLength(2 * COMMIT_NOW_EVENTS);
    expect(store.ports.clock.timerCount()).toBe(0);
  });

  test('nothing waits: no transaction; a command takes the timer with it', () => {
    const { ingest, committer, committed } = startIngest(store, show.roomId);
    const transaction = vi.spyOn(store.store.db, 'transaction');
    committer.schedule();
    store.ports.clock.advance(COMMIT_WITHIN_MS);
    expect(transaction).not.toHaveBeenCalled();
    ingest.enqueue(chats(1));
    committer.schedule();
    committer.runNow(() => undefined);
    expect(committed).toHaveLength(1);
    expect(store.ports.clock.timerCount()).toBe(0);
  });

  test('closing leaves no timer', () => {
    const { committer } = startIngest(store, show.roomId);
    committer.schedule();
    committer.close();
    expect(store.ports.clock.timerCount()).toBe(0);
  });
});

describe('a store that cannot take it', () => {
  test.each([
    ['SQLITE_FULL', 'store_full'],
    ['SQLITE_IOERR_WRITE', 'store_unwritable'],
    ['SQLITE_READONLY', 'store_unwritable'],
    ['SQLITE_BUSY', 'store_unwritable'],
  ])('%s is refused as %s', (code, expected) => {
    const { committer, refusals } = startIngest(store, show.roomId);
    failWith(code, store);
    const attempt = (): unknown => committer.runNow(() => undefined);
    expect(attempt).toThrow(CommitFailed);
    expect(refusals.map((error) => error.code)).toEqual([expected]);
  });

  test('is not asked again before its time, however much waits', () => {
    const { ingest, committer, refusals } = startIngest(store, show.roomId);
    ingest.enqueue(chats(COMMIT_NOW_EVENTS));
    failWith('SQLITE_FULL', store);
    committer.schedule(ingest.waiting());
    expect(refusals).toHaveLength(1);
    committer.schedule(ingest.waiting());
    store.ports.clock.advance(COMMIT_WITHIN_MS);
    expect(refusals).toHaveLength(1);
    store.ports.clock.advance(1_000);
    expect(refusals).toHaveLength(2);
  });

  test('the queue is kept, the room is told, and all is there once it goes again', () => {
    const { ingest, committer, committed, refusals } = startIngest(store, show.roomId);
    ingest.enqueue(chats(5));
    const failure = failWith('SQLITE_FULL', store);
    committer.schedule();
    store.ports.clock.advance(COMMIT_WITHIN_MS);
    expect(refusals).toHaveLength(1);
    expect(committed).toEqual([]);
    expect(ingest.hasPending()).toBe(true);
    ingest.enqueue(chats(2, 'later'));
    failure.mend();
    store.ports.clock.advance(1_000);
    expect(committed).toHaveLength(7);
    expect(ingest.counts()).toEqual({ stored: 7, duplicates: 0, dropped: 0 });
    expect(heldFigures(store.store.db.raw, show.showId)).toEqual(
      oracleFigures(store.store.db.raw, show.showId),
    );
    expect(store.store.db.get(sql`SELECT count(*) AS n FROM people`)).toEqual({ n: 5 });
  });

  test('a mistake in a command undoes the command and loses no event', () => {
    const { ingest, committer, committed } = startIngest(store, show.roomId);
    ingest.enqueue(chats(3));
    expect(() =>
      committer.runNow(() => {
        store.store.db.run(sql`UPDATE shows SET title = 'spoilt'`);
        throw new TypeError('a bug');
      }),
    ).toThrow(TypeError);
    expect(committed).toEqual([]);
    committer.runNow(() => undefined);
    expect(committed).toHaveLength(3);
    const title = store.store.db.get(sql`SELECT title FROM shows`);
    expect(title).toEqual({ title: 'Show of main' });
    expect(heldFigures(store.store.db.raw, show.showId)).toEqual(
      oracleFigures(store.store.db.raw, show.showId),
    );
  });
});

test('a room whose screens fail does not keep another room from its events', () => {
  const broken: CommitParticipant = {
    hasPending: () => false,
    writePending: () => undefined,
    afterCommit: () => {
      throw new Error('screen');
    },
    afterRollback: () => undefined,
  };
  const committer = new Committer(store.store.db, store.ports);
  const heard: number[] = [];
  committer.join(broken);
  const ingest = new Ingest(store.store.db, show.roomId, {
    onCommitted: (events) => heard.push(events.length),
    onRolledBack: () => expect.unreachable(),
  });
  committer.join(ingest);
  ingest.enqueue(chats(2));
  expect(() => committer.runNow(() => undefined)).toThrow('screen');
  expect(heard).toEqual([2]);
});

describe('while somebody else writes the file anew', () => {
  test('events wait, what must be written at once is refused, and then all is taken', async () => {
    const committer = new Committer(store.store.db, store.ports);
    const seen: number[] = [];
    const ingest = new Ingest(store.store.db, show.roomId, {
      onCommitted: (events) => seen.push(events.length),
      onRolledBack: () => seen.push(-1),
    });
    committer.join(ingest);
    let finish: () => void = () => undefined;
    const held = committer.holdDuring(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    ingest.enqueue(chats(3));
    committer.schedule();
    store.ports.clock.advance(COMMIT_WITHIN_MS);
    expect(() => committer.runNow(() => undefined)).toThrow(CommitFailed);
    const order: string[] = [];
    const waiting = committer.whenFree().then(() => order.push('free'));
    order.push('held');
    expect(seen).toEqual([]);
    finish();
    await Promise.all([held, waiting]);
    expect(order).toEqual(['held', 'free']);
    store.ports.clock.advance(COMMIT_WITHIN_MS);
    expect(seen).toEqual([3]);
    committer.close();
  });

  test('a work that fails lets the store go all the same', async () => {
    const committer = new Committer(store.store.db, store.ports);
    const held = committer.holdDuring(() => Promise.reject(new Error('SQLITE_FULL')));
    await expect(held).rejects.toThrow('SQLITE_FULL');
    await committer.whenFree();
    expect(committer.runNow(() => 'taken')).toBe('taken');
  });
});
