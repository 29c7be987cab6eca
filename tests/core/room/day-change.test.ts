import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Review } from '#shared/model/review.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

const MINUTE_MS = 60_000;
const STEP_MINUTES = 2;
const SHOW_MINUTES = 12;
/** So long before the change a show begins. */
const BEFORE_MINUTES = 6;

/** When the day, or the clock, of the place changes. */
const NIGHTS = [
  ['midnight', 'Asia/Shanghai', Date.UTC(2026, 2, 1, 16)],
  ['the clocks going forward', 'Europe/Berlin', Date.UTC(2026, 2, 29, 1)],
  ['the clocks going back', 'Europe/Berlin', Date.UTC(2026, 9, 25, 1)],
  ['a change of half an hour', 'Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
  ['the turn of the year', 'America/New_York', Date.UTC(2027, 0, 1, 5)],
] as const;

let folder: ReturnType<typeof temporaryFolder>;
let rig: CoreRig;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  process.env['TZ'] = 'UTC';
  await rig.close();
  folder.clean();
});

/** A chat line every two minutes, and a pause of four over the change. */
async function playShow(desk: RigScreen): Promise<void> {
  const sender = rig.screen('cli');
  await desk.must('show.create', { title: 'Night', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  for (let minute = 0; minute < SHOW_MINUTES; minute += STEP_MINUTES) {
    if (minute === 4) await desk.must('show.pause', {});
    if (minute === 8) await desk.must('show.resume', {});
    const ts = rig.ports.clock.wallNow();
    const event = chat({ key: `m${minute}`, ts, platform: 'till' }, person('7', 'Ann'), 'hello');
    await sender.must('ingest.append', { sender: 'till', events: [event] });
    await rig.advance(STEP_MINUTES * MINUTE_MS);
  }
  await desk.must('show.end', {});
  await rig.advance(1_000);
}

async function reviewOf(desk: RigScreen): Promise<Review> {
  const { shows } = await desk.must('show.list', { limit: 1 });
  const [show] = shows;
  if (show === undefined) throw new Error('there is no show');
  return desk.must('review.get', { showId: show.id });
}

/** Minutes with chat as SQL counts them over the rows themselves. */
function storedMinutes(): unknown[] {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  try {
    return db
      .prepare(
        `SELECT event_ts / 60000 AS minute, COUNT(*) AS chats FROM events
         WHERE dedupe_key LIKE 'm%' GROUP BY 1 ORDER BY 1`,
      )
      .all();
  } finally {
    db.close();
  }
}

describe.each(NIGHTS)('a show over %s (%s)', (_name, zone, changeTs) => {
  const startTs = changeTs - BEFORE_MINUTES * MINUTE_MS;

  test('has as many minutes as passed, each in its place, and its time on air without the pause', async () => {
    process.env['TZ'] = zone;
    // The day did change where the machine stands, or its clock did.
    const offsets = [0, SHOW_MINUTES].map((minute) => {
      const at = new Date(startTs + minute * MINUTE_MS);
      return `${at.getTimezoneOffset()} ${at.getDate()}`;
    });
    expect(offsets[0]).not.toBe(offsets[1]);
    rig = await startRig(folder.path, startTs);
    const desk = rig.screen('desk');
    await playShow(desk);
    const { show, totals, minutes, gaps } = await reviewOf(desk);
    expect(show.startedTs).toBe(startTs);
    expect((show.endedTs ?? 0) - startTs).toBe(SHOW_MINUTES * MINUTE_MS);
    expect(totals.onAirMs).toBe((SHOW_MINUTES - 4) * MINUTE_MS);
    expect(gaps).toEqual([]);
    const chatted = minutes.filter(({ chats }) => chats > 0);
    expect(chatted.map(({ minute, chats }) => ({ minute, chats }))).toEqual(storedMinutes());
    expect(chatted.map(({ minute }) => minute - startTs / MINUTE_MS)).toEqual(
      Array.from({ length: SHOW_MINUTES / STEP_MINUTES }, (_, step) => step * STEP_MINUTES),
    );
    const order = minutes.map(({ minute }) => minute);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(order.length);
  });

  test('goes on after a restart on the other side, with what was missed as one gap', async () => {
    process.env['TZ'] = zone;
    rig = await startRig(folder.path, startTs);
    const before = rig.screen('desk');
    await before.must('show.create', { title: 'Night', origin: 'live', currency: 'CNY' });
    await before.must('show.start', {});
    await rig.advance(2 * MINUTE_MS);
    await rig.close();
    rig = await startRig(folder.path, startTs + 10 * MINUTE_MS);
    const desk = rig.screen('desk');
    expect(desk.slice('show').show).toMatchObject({ state: 'on_air', onAirSinceTs: startTs });
    await rig.advance(2 * MINUTE_MS);
    await desk.must('show.end', {});
    await rig.advance(1_000);
    const { totals, gaps } = await reviewOf(desk);
    expect(totals.onAirMs).toBe(SHOW_MINUTES * MINUTE_MS);
    expect(
      gaps.map(({ fromTs, toTs, cause }) => [fromTs - startTs, toTs - startTs, cause]),
    ).toEqual([[2 * MINUTE_MS, 10 * MINUTE_MS, 'desk_stopped']]);
  });
});
