import type BetterSqlite from 'better-sqlite3';

import type { Database } from '#core/database/database.ts';
import { labelledLines } from './labelled-lines.ts';
import { TEST_NOW } from './test-ports.ts';
import { addShow, addSource } from './test-store.ts';

const SHOWS = 30;
const PEOPLE = 120_000;
const MESSAGES_A_TRANSACTION = 50_000;
const DAY_MS = 86_400_000;
/** Han characters in common use, the commonest drawn most often. */
const HAN_FROM = 0x4e00;
const HAN = 3_000;

export type Planted = { readonly words: string; readonly times: number };

/**
 * A store with so many chat messages of thirty shows, in the very tables of the product: the labelled
 * lines of both languages, half of them with words of their own behind, and the planted words in so
 * many of them, spread over all shows. The same in every run.
 */
export function fillWithMessages(db: Database, count: number, planted: readonly Planted[]): void {
  const { raw } = db;
  raw.pragma('synchronous = OFF');
  const random = generator(20_251_018);
  const rooms = fillShows(db);
  fillPeople(raw);
  const plantedAt = placesOf(count, planted, random);
  const lines = (['zh', 'en'] as const).flatMap((language) =>
    labelledLines(language).map(({ text }) => text),
  );
  const insert = raw.prepare(`INSERT INTO events (show_id, source_room_id, kind, person_id,
    platform_ts, received_ts, event_ts, dedupe_key, text, body) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)`);
  for (let from = 0; from < count; from += MESSAGES_A_TRANSACTION) {
    raw.transaction(() => {
      for (let at = from; at < Math.min(count, from + MESSAGES_A_TRANSACTION); at += 1) {
        const showIndex = Math.floor((at * SHOWS) / count);
        const ts = TEST_NOW + showIndex * DAY_MS + (at % (count / SHOWS)) * 40;
        const person = 1 + Math.floor(PEOPLE * random() ** 2);
        const line = lines[Math.floor(lines.length * random())] ?? '';
        const text = `${line}${random() < 0.5 ? tail(random) : ''}${plantedAt.get(at) ?? ''}`;
        const place = rooms[showIndex];
        if (place === undefined) throw new Error('a message without a show');
        const keys = [person, ts, ts, ts, `m${at}`, text, bodyOf(person)] as const;
        insert.run(place.showId, place.sourceRoomId, ...keys);
      }
    })();
  }
}

function fillShows(db: Database) {
  return Array.from({ length: SHOWS }, (_, index) => {
    const startedTs = TEST_NOW + index * DAY_MS;
    const times = { startedTs, endedTs: startedTs + DAY_MS / 4 };
    const show = addShow(db, { room: 'main', origin: 'live', currency: 'CNY', ...times });
    const sourceId = addSource(db, { room: 'main', connector: 'bridge', platform: 'douyin' });
    const { lastInsertRowid } = db.raw
      .prepare(`INSERT INTO source_rooms (source_id, platform, platform_room_id) VALUES (?, ?, ?)`)
      .run(sourceId, 'douyin', `room${index}`);
    return { showId: show.showId, sourceRoomId: Number(lastInsertRowid) };
  });
}

function fillPeople(raw: BetterSqlite.Database): void {
  const insert = raw.prepare(`INSERT INTO people (platform, platform_user_id, name, display_name)
    VALUES ('douyin', ?, ?, ?)`);
  raw.transaction(() => {
    for (let at = 1; at <= PEOPLE; at += 1) insert.run(`u${at}`, `user${at}`, `用户${at}`);
  })();
}

function bodyOf(person: number): string {
  return JSON.stringify({
    platform: 'douyin',
    source: 'bridge',
    platformRoomId: '7300000000000000001',
    test: false,
    historical: false,
    actor: {
      platformUserId: `u${person}`,
      name: `user${person}`,
      displayName: `用户${person}`,
      roles: [],
      badges: [],
    },
    replyTo: null,
    pinned: false,
  });
}

/** Two to six characters, as names, numbers and jokes of a room make every line another one. */
function tail(random: () => number): string {
  const length = 2 + Math.floor(random() * 5);
  const characters = Array.from({ length }, () =>
    String.fromCharCode(HAN_FROM + Math.floor(HAN * random() ** 3)),
  );
  return characters.join('');
}

function placesOf(
  count: number,
  planted: readonly Planted[],
  random: () => number,
): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  for (const { words, times } of planted) {
    for (let time = 0; time < times; time += 1) {
      const stretch = count / times;
      places.set(Math.floor((time + random()) * stretch), words);
    }
  }
  return places;
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
