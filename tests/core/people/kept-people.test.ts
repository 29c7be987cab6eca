import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Transfer } from '#shared/model/transfer.ts';
import { MARKED_PEOPLE_MAX, MARKS_MAX, NOTE_MAX } from '#shared/model/person.ts';
import { settled, startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { hitsInFolder } from '#tests/support/folder-bytes.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

const MEI = person('88001122334455', '小美同学');
const MEI_KEY = { platform: 'twitch', platformUserId: '88001122334455' };
const BO_KEY = { platform: 'twitch', platformUserId: '7' };
const DAY_MS = 86_400_000;

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await desk.must('show.create', { title: 'Evening', origin: 'rehearsal', currency: 'CNY' });
  await desk.must('show.start', {});
  await rig.screen('cli').must('ingest.append', {
    sender: 'sender',
    events: [
      chat({ key: '1', ts: TEST_NOW }, MEI, 'hello'),
      chat({ key: '2', ts: TEST_NOW }, person('7', 'Bo'), 'hello too'),
    ],
  });
});
afterEach(async () => {
  await rig.close();
});

/** Days go by while the machine sleeps; awake again, the desk looks. */
async function pass(ms: number): Promise<void> {
  rig.ports.clock.sleep(ms);
  await rig.advance(15_000);
}

async function transferOf(screen: RigScreen, state: Transfer['state']): Promise<void> {
  for (;;) {
    const { transfer } = screen.slice('data');
    if (transfer?.state === 'failed') throw new Error(JSON.stringify(transfer));
    if (transfer?.state === state) return;
    await settled();
  }
}

async function marksOnCard() {
  return (await desk.must('person.card', MEI_KEY)).marks;
}

function mark(kind: 'vip' | 'watch' | 'careful', span: 'show' | 'week' | 'month' | 'ever') {
  return desk.must('person.mark', { ...MEI_KEY, kind, word: null, span });
}

function custom(word: string) {
  return desk.run('person.mark', { ...MEI_KEY, kind: 'custom', word, span: 'ever' });
}

describe('a note', () => {
  test('is put, changed, put back and cleared, and every desk of the room is told', async () => {
    const other = rig.screen('desk');
    const first = await desk.must('person.setNote', {
      ...MEI_KEY,
      text: ' 爱问尺码 ',
      replaces: null,
    });
    await settled();
    expect(other.slice('people')).toEqual({
      people: [{ ...MEI_KEY, hasNote: true, marks: [] }],
      leftOut: 0,
    });
    const { note } = await other.must('person.card', MEI_KEY);
    expect(note).toEqual({ text: '爱问尺码', changedTs: first.changedTs });
    const second = await desk.must('person.setNote', {
      ...MEI_KEY,
      text: '',
      replaces: first.changedTs,
    });
    expect(second).toEqual({ changedTs: null });
    await settled();
    expect(other.slice('people')).toEqual({ people: [], leftOut: 0 });
    expect((await desk.must('person.card', MEI_KEY)).note).toBeNull();
  });

  test('that another desk has changed meanwhile is not written over', async () => {
    const { changedTs } = await desk.must('person.setNote', {
      ...MEI_KEY,
      text: 'A',
      replaces: null,
    });
    const stale = await desk.run('person.setNote', { ...MEI_KEY, text: 'B', replaces: null });
    expect(stale).toMatchObject({ ok: false, error: { code: 'note_changed' } });
    // In the same millisecond, a text still has a name of its own.
    const next = await desk.must('person.setNote', { ...MEI_KEY, text: 'B', replaces: changedTs });
    expect(next.changedTs).toBeGreaterThan(changedTs ?? 0);
  });

  test('of ten thousand characters is refused whole, and the limit is told', async () => {
    const text = '长'.repeat(10_000);
    const result = await desk.run('person.setNote', { ...MEI_KEY, text, replaces: null });
    expect(result).toEqual({
      ok: false,
      error: { code: 'text_too_long', params: { what: 'text', max: NOTE_MAX, given: 10_000 } },
    });
    expect((await desk.must('person.card', MEI_KEY)).note).toBeNull();
  });

  test('about somebody unknown is refused', async () => {
    const nobody = { platform: 'twitch', platformUserId: 'nobody' };
    const result = await desk.run('person.setNote', { ...nobody, text: 'x', replaces: null });
    expect(result).toMatchObject({ ok: false, error: { code: 'unknown_person' } });
  });
});

describe('marks', () => {
  test('hold for their days and then only say since when they do not', async () => {
    await mark('vip', 'ever');
    await mark('watch', 'week');
    await mark('careful', 'month');
    await settled();
    const kinds = () => desk.slice('people').people[0]?.marks.map(({ kind }) => kind) ?? [];
    expect(kinds().toSorted()).toEqual(['careful', 'vip', 'watch']);
    await pass(7 * DAY_MS);
    expect(kinds().toSorted()).toEqual(['careful', 'vip']);
    await pass(23 * DAY_MS);
    expect(kinds()).toEqual(['vip']);
    const [held, ...expired] = await marksOnCard();
    expect(held).toMatchObject({ kind: 'vip', untilTs: null, expiredTs: null });
    expect(expired.map(({ kind, expiredTs }) => [kind, expiredTs])).toEqual([
      ['careful', TEST_NOW + 30 * DAY_MS],
      ['watch', TEST_NOW + 7 * DAY_MS],
    ]);
    // The same mark again is one mark that holds.
    await mark('watch', 'week');
    expect(await marksOnCard()).toMatchObject([{ kind: 'watch', expiredTs: null }, {}, {}]);
  });

  test('until the show ends are gone with it', async () => {
    await mark('watch', 'show');
    await settled();
    expect(desk.slice('people').people).toHaveLength(1);
    await desk.must('show.end', {});
    await settled();
    expect(desk.slice('people').people).toEqual([]);
    expect(await marksOnCard()).toMatchObject([{ kind: 'watch', isForShow: true }]);
    expect((await marksOnCard())[0]?.expiredTs).not.toBeNull();
    const after = { ...MEI_KEY, kind: 'vip' as const, word: null, span: 'show' as const };
    expect(await desk.run('person.mark', after)).toMatchObject({
      ok: false,
      error: { code: 'show_not_running' },
    });
  });

  test('are taken away, of this person alone', async () => {
    const { markId } = await mark('vip', 'ever');
    await desk.must('person.unmark', { ...BO_KEY, markId });
    expect(await marksOnCard()).toHaveLength(1);
    await desk.must('person.unmark', { ...MEI_KEY, markId });
    await desk.must('person.unmark', { ...MEI_KEY, markId });
    expect(await marksOnCard()).toEqual([]);
  });

  test('of words that nobody can see, too long or too many are refused', async () => {
    for (const word of ['', '   ', '\u200b\u200d', '\u202e\u2066']) {
      expect(await custom(word)).toMatchObject({ ok: false, error: { code: 'text_missing' } });
    }
    expect(await custom('九个字的词太长了吧')).toMatchObject({
      ok: false,
      error: { code: 'text_too_long', params: { max: 8, given: 9 } },
    });
    expect(await custom('\u202eعميل\u202c')).toMatchObject({ ok: true });
    expect((await marksOnCard())[0]?.word).toBe('عميل');
    for (let index = 1; index < MARKS_MAX; index += 1) {
      expect(await custom(`词${index}`)).toMatchObject({ ok: true });
    }
    expect(await custom('多')).toMatchObject({ ok: false, error: { code: 'too_many' } });
    expect(await custom('词1')).toMatchObject({ ok: true });
  });
});

describe('a second screen', () => {
  test('is never sent a note or a mark, and may not ask for them', async () => {
    const others = (['anchor', 'overlay', 'assistant', 'team', 'cli'] as const).map((role) =>
      rig.screen(role),
    );
    await desk.must('person.setNote', { ...MEI_KEY, text: 'secret-note', replaces: null });
    await desk.must('person.mark', { ...MEI_KEY, kind: 'custom', word: '机密词', span: 'ever' });
    const late = (['anchor', 'overlay', 'assistant', 'team', 'cli'] as const).map((role) =>
      rig.screen(role),
    );
    await settled();
    expect(JSON.stringify(desk.frames)).toContain('机密词');
    for (const screen of [...others, ...late]) {
      const said = JSON.stringify(screen.frames);
      expect(screen.snapshot().slices.people).toBeUndefined();
      for (const word of ['secret-note', '机密词', 'hasNote']) expect(said).not.toContain(word);
      for (const name of [
        'person.card',
        'person.setNote',
        'person.mark',
        'person.unmark',
      ] as const) {
        // Whoever asks is refused before what they ask is looked at.
        const result = await screen.run(name, {
          ...MEI_KEY,
          text: '',
          replaces: null,
          markId: 1,
          kind: 'vip',
          word: null,
          span: 'ever',
        });
        expect(result).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
      }
    }
  });
});

describe('erasing a person', () => {
  const KEPT = ['爱问尺码的老客人', '黄牛党'];

  test('takes what is kept about them out of every byte of the folder', async () => {
    const long = `${KEPT[0]}${'。'.repeat(1_500)}`;
    await desk.must('person.setNote', { ...MEI_KEY, text: long, replaces: null });
    await desk.must('person.mark', {
      ...MEI_KEY,
      kind: 'custom',
      word: KEPT[1] ?? '',
      span: 'ever',
    });
    await desk.must('person.setNote', {
      ...BO_KEY,
      text: '跟小美同学一起来的，88001122334455 也是她',
      replaces: null,
    });
    await desk.must('person.mark', { ...BO_KEY, kind: 'custom', word: '小美同学友', span: 'ever' });
    await desk.must('person.mark', { ...BO_KEY, kind: 'vip', word: null, span: 'ever' });
    await desk.must('show.end', {});
    await desk.must('data.export', { path: null });
    await transferOf(desk, 'done');
    const raw = new BetterSqlite(rig.storePath);
    raw.prepare('VACUUM INTO ?').run(`${rig.dataFolder}/backup-of-before.sqlite`);
    raw.close();
    expect(hitsInFolder(rig.dataFolder, KEPT).length).toBeGreaterThan(3);

    await desk.must('person.erase', MEI_KEY);
    await settled();
    expect(desk.slice('people').people).toEqual([
      { ...BO_KEY, hasNote: true, marks: expect.any(Array) },
    ]);
    while (desk.slice('data').erasures[0]?.stage !== 'done') {
      await rig.advance(500);
      await settled();
    }

    expect(desk.slice('data').erasures[0]?.filesFailed).toEqual([]);
    expect(hitsInFolder(rig.dataFolder, [...KEPT, '小美同学', '88001122334455'])).toEqual([]);
    for (const file of [rig.storePath, `${rig.dataFolder}/backup-of-before.sqlite`]) {
      const db = new BetterSqlite(file, { readonly: true });
      expect(db.prepare('SELECT text FROM person_notes').pluck().all()).toEqual([
        '跟****一起来的，**** 也是她',
      ]);
      expect(db.prepare('SELECT kind, word FROM person_marks').all()).toEqual([
        { kind: 'vip', word: '' },
      ]);
      db.close();
    }
    expect(await desk.run('person.card', MEI_KEY)).toMatchObject({
      ok: false,
      error: { code: 'unknown_person' },
    });
  });
});

test('desks are told of so many people, marked ones first, and of how many more there are', async () => {
  await mark('vip', 'ever');
  const raw = new BetterSqlite(rig.storePath);
  raw.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2005)
      INSERT INTO people (id, platform, platform_user_id, name, display_name)
      SELECT 1000 + i, 'twitch', 'many-' || i, 'n' || i, 'N' || i FROM n;
    INSERT INTO person_notes SELECT 'main', id, 'x', id FROM people WHERE id > 1000`);
  raw.close();
  const { people, leftOut } = rig.screen('desk').slice('people');
  expect(people).toHaveLength(MARKED_PEOPLE_MAX);
  expect(leftOut).toBe(6);
  expect(people[0]).toMatchObject(MEI_KEY);
  expect(people[1]).toMatchObject({ platformUserId: 'many-2005', hasNote: true });
});

test('an export carries notes and marks to another machine', async () => {
  await desk.must('person.setNote', { ...MEI_KEY, text: '爱问尺码', replaces: null });
  await desk.must('person.mark', { ...MEI_KEY, kind: 'custom', word: '老街坊', span: 'week' });
  await mark('watch', 'show');
  const { path } = await desk.must('data.export', { path: null });
  await transferOf(desk, 'done');
  const other = await startRig(null);
  try {
    const there = other.screen('desk');
    await there.must('data.import', { path });
    await transferOf(there, 'replacing');
    await other.advance(100);
    await other.core.close();
    const again = await startRig(other.dataFolder);
    const card = await again.screen('desk').must('person.card', MEI_KEY);
    expect(card.note?.text).toBe('爱问尺码');
    expect(card.marks).toEqual(await marksOnCard());
    await again.close();
  } finally {
    await other.close();
  }
});
