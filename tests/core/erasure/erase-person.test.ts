import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { Erasure } from '#shared/model/erasure.ts';
import { settled, startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { hitsInFolder } from '#tests/support/folder-bytes.ts';
import { chat } from '#tests/support/make-event.ts';
import { oracleFigures, oracleTotals } from '#tests/support/oracle.ts';
import { MEI, talkWithMei, TRACES_OF_MEI, WORDS_OF_OTHERS } from '#tests/support/show-with-mei.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

const MEI_KEY = { platform: 'twitch', platformUserId: MEI.platformUserId ?? '' };

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
});
afterEach(async () => {
  await rig.close();
});

async function send(events: readonly FeedEvent[]): Promise<void> {
  await rig.screen('cli').must('ingest.append', { sender: 'sender', events: [...events] });
}

async function showWithMei(origin: 'live' | 'rehearsal'): Promise<void> {
  await desk.must('show.create', { title: 'Evening', origin, currency: 'CNY' });
  await desk.must('show.start', {});
  await send(talkWithMei(TEST_NOW));
}

function query<Row>(text: string): Row[] {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  try {
    return db.prepare(text).all() as Row[];
  } finally {
    db.close();
  }
}

function figures(): unknown {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  try {
    return { figures: oracleFigures(db, 1), totals: oracleTotals(db, 1) };
  } finally {
    db.close();
  }
}

/** The newest erasure, once its stage is one of these. */
async function erasureAt(...stages: Erasure['stage'][]): Promise<Erasure> {
  for (;;) {
    const [newest] = desk.slice('data').erasures;
    if (newest !== undefined && stages.includes(newest.stage)) return newest;
    // What looks again after a while does so.
    if (stages.includes('done')) await rig.advance(500);
    await settled();
  }
}

/** Another copy of the store in its folder, as a backup is. */
function copyStore(name: string): void {
  mkdirSync(join(rig.dataFolder, name, '..'), { recursive: true });
  const db = new BetterSqlite(rig.storePath);
  db.prepare('VACUUM INTO ?').run(join(rig.dataFolder, name));
  db.close();
}

describe('a person who is erased', () => {
  test('is in no byte of the data folder, backups and quarantine included; the others are', async () => {
    await showWithMei('rehearsal');
    await desk.must('cue.send', { kind: 'free', text: 'thank @MeiLing_77 now' });
    const { due } = desk.slice('thanks');
    expect(due.length).toBeGreaterThan(0);
    for (const { id } of due) await desk.must('thanks.send', { thanksId: id, language: 'en' });
    await desk.must('bookmark.add', { note: '@meiling_77 asked' });
    const raw = new BetterSqlite(rig.storePath);
    const put = raw.prepare(`INSERT INTO raw_frames (source_id, received_ts, is_bad, frame)
      VALUES (1, 1, 1, ?)`);
    put.run(Buffer.from('@display-name=MeiLing_77;user-id=88001122334455 PRIVMSG #x :hi'));
    put.run(Buffer.from('{"nick":"\\u5c0f\\u7f8e\\u540c\\u5b66"}'));
    put.run(Buffer.from('@display-name=Bo PRIVMSG #x :a frame of Bo'));
    raw.close();
    copyStore('backups/before-migration-1.sqlite');
    copyStore('quarantine/2026-03-01/cuedesk.sqlite');
    // With a write-ahead log beside it, as a crash leaves it.
    copyFileSync(rig.storePath, join(rig.dataFolder, 'quarantine', 'crashed.sqlite'));
    copyFileSync(`${rig.storePath}-wal`, join(rig.dataFolder, 'quarantine', 'crashed.sqlite-wal'));
    const others = [...WORDS_OF_OTHERS, 'a frame of Bo'];
    const filesBefore = new Set(hitsInFolder(rig.dataFolder, others).map(({ file }) => file));
    expect(hitsInFolder(rig.dataFolder, TRACES_OF_MEI).length).toBeGreaterThan(20);
    const before = figures();

    await desk.must('person.erase', MEI_KEY);
    const done = await erasureAt('done');

    expect(done).toMatchObject({ ownEvents: 7, filesTreated: 3, filesFailed: [] });
    expect(done.otherEvents).toBeGreaterThanOrEqual(9);
    expect(hitsInFolder(rig.dataFolder, TRACES_OF_MEI)).toEqual([]);
    expect(figures()).toEqual(before);
    for (const file of filesBefore) {
      if (file.endsWith('-wal')) continue;
      const held = hitsInFolder(rig.dataFolder, others).filter((hit) => hit.file === file);
      expect(
        held.map(({ needle }) => needle),
        file,
      ).toEqual(others);
    }
  });

  test('is masked where others speak of them, and the sentence stays one', async () => {
    await showWithMei('live');
    await desk.must('person.erase', MEI_KEY);
    await erasureAt('waiting');
    const texts = query<{ text: string }>(
      `SELECT text FROM events WHERE text LIKE '%***%' ORDER BY seq`,
    );
    expect(texts.map(({ text }) => text)).toEqual([
      '@**** yes it is, ****',
      'ask @**** or @**** about it',
    ]);
    const { events } = await desk.must('chat.page', { beforeSeq: null, limit: 100 });
    const answers = events.filter((event) => event.kind === 'chat' && event.replyTo !== null);
    expect(answers.map((event) => 'replyTo' in event && event.replyTo?.text)).toEqual([null, null]);
    const gifts = events.filter((event) => event.kind === 'membership');
    expect(gifts[0]).toMatchObject({ systemText: 'Bo paid for **** and two more' });
  });

  test('is dropped by open screens at once, before any waiting for the show to end', async () => {
    await showWithMei('live');
    desk.frames.length = 0;
    await desk.must('person.erase', MEI_KEY);
    const batches = desk.frames.filter((frame) => frame.type === 'batch');
    expect(batches.flatMap(({ batch }) => batch.erased)).toEqual([
      { ...MEI_KEY, names: ['meiling_77', 'MeiLing_77'] },
    ]);
    // A screen that comes in this very moment is not sent their words either.
    const late = rig.screen('desk').snapshot();
    expect(JSON.stringify(late.recent)).not.toContain('这件亚麻衬衫多少钱","');
    expect(late.slices.data?.lastErasedTs).toBe(rig.ports.clock.wallNow());
  });

  test('who writes again is somebody new: nothing of before comes back', async () => {
    await showWithMei('live');
    await desk.must('person.erase', MEI_KEY);
    await send([chat({ key: 'again', ts: TEST_NOW + 60_000 }, MEI, 'hello again')]);
    // The very message of before, delivered once more, is still known and dropped.
    await send(talkWithMei(TEST_NOW).slice(0, 1));
    await erasureAt('waiting');
    const people = query<{ id: number; platform_user_id: string }>(
      `SELECT id, platform_user_id FROM people WHERE platform_user_id = '${MEI_KEY.platformUserId}'
         OR platform_user_id LIKE 'erased-%' ORDER BY id`,
    );
    expect(people).toHaveLength(2);
    expect(people[0]?.platform_user_id).toMatch(/^erased-[0-9a-f]{16}$/);
    expect(
      query<{ text: string }>(`SELECT text FROM events WHERE person_id = ${people[1]?.id}`),
    ).toEqual([{ text: 'hello again' }]);
    expect(query(`SELECT 1 FROM events WHERE text = 'is the linen shirt warm'`)).toEqual([]);
    const { figures: now } = figures() as { figures: { minutes: { chatters: number }[] } };
    const stored = query<{ chatters: number }>(
      'SELECT chatters FROM minute_counts WHERE chatters > 0 OR chats > 0 ORDER BY minute',
    );
    expect(stored.map(({ chatters }) => chatters)).toEqual(
      now.minutes.map(({ chatters }) => chatters).filter((chatters) => chatters > 0),
    );
  });

  test('waits with copies and compacting until the live show has ended', async () => {
    await showWithMei('live');
    copyStore('backups/of-tonight.sqlite');
    await desk.must('person.erase', MEI_KEY);
    await erasureAt('waiting');
    expect(hitsInFolder(join(rig.dataFolder, 'backups'), TRACES_OF_MEI)).not.toEqual([]);
    await desk.must('show.end', {});
    await rig.advance(2_000);
    // The backup of the show's end may be there by now.
    const done = await erasureAt('done');
    expect(done.filesFailed).toEqual([]);
    expect(done.filesTreated).toBeGreaterThanOrEqual(1);
    expect(hitsInFolder(rig.dataFolder, TRACES_OF_MEI)).toEqual([]);
  });

  test('is named no more by a copy that cannot be read: the copy itself is named', async () => {
    await showWithMei('rehearsal');
    mkdirSync(join(rig.dataFolder, 'quarantine'));
    writeFileSync(join(rig.dataFolder, 'quarantine', 'broken.sqlite'), 'MeiLing_77 in the rubble');
    await desk.must('person.erase', MEI_KEY);
    const done = await erasureAt('done');
    expect(done.filesFailed).toEqual([join('quarantine', 'broken.sqlite')]);
  });

  test('is found by id, login and name; an erased one is not found any more', async () => {
    await showWithMei('rehearsal');
    for (const text of ['88001122334455', 'MEILING', 'Ling_7']) {
      const { people } = await desk.must('person.find', { platform: null, text });
      expect(people.map(({ platformUserId }) => platformUserId)).toEqual(['88001122334455']);
    }
    expect(await desk.must('person.find', { platform: 'douyin', text: 'MeiLing' })).toEqual({
      people: [],
    });
    await desk.must('person.erase', MEI_KEY);
    for (const text of ['88001122334455', 'meiling', 'erased-']) {
      expect(await desk.must('person.find', { platform: null, text })).toEqual({ people: [] });
    }
  });

  test('is left alone on another platform, even with the same id', async () => {
    await desk.must('show.create', { title: 'Two', origin: 'rehearsal', currency: 'CNY' });
    await desk.must('show.start', {});
    const at = { key: 'elsewhere', ts: TEST_NOW, platform: 'douyin' };
    await send([...talkWithMei(TEST_NOW), chat(at, MEI, 'the other Mei')]);
    await desk.must('person.erase', MEI_KEY);
    await erasureAt('done');
    expect(
      query(`SELECT text FROM events WHERE text = 'the other Mei'
      AND instr(body, '88001122334455')`),
    ).toHaveLength(1);
  });
});
