import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { ScreenId } from '#shared/model/ids.ts';
import type { Question, QuestionsSlice } from '#shared/model/question.ts';
import { metricValue } from '#shared/rules/metrics/metric-value.ts';
import {
  MAIN_ROOM,
  settled,
  startRig,
  type CoreRig,
  type RigScreen,
} from '#tests/support/core-rig.ts';
import { hitsInFolder } from '#tests/support/folder-bytes.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

let folder: string;
let core: CoreRig;
let desk: RigScreen;
let sent = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-questions-'));
  core = await startRig(folder, TEST_NOW);
  desk = core.screen('desk');
  sent = 0;
});
afterEach(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

async function onAir(): Promise<void> {
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  await core.advance(500);
}

/** Each line by its person, a moment apart; `name@platform`. */
async function say(...lines: readonly (readonly [who: string, text: string])[]): Promise<void> {
  const events = lines.map(([who, text]) => {
    const [name = '', platform = 'douyin'] = who.split('@');
    sent += 1;
    const ts = core.ports.clock.wallNow();
    return chat({ key: `line-${sent}`, ts, platform }, person(`id-${name}`, name), text);
  });
  await core.screen('cli').must('ingest.append', { sender: 'bridge', events });
  await core.advance(1_000);
}

function slice(): QuestionsSlice {
  return desk.slice('questions');
}

function asked(text: string): Question {
  const { open, answered } = slice();
  const row = [...open, ...answered].find((each) => each.text === text);
  if (row === undefined) throw new Error(`nobody asks ${text}`);
  return row;
}

function rows<Row>(query: string, ...values: readonly (string | number)[]): Row[] {
  const db = new BetterSqlite(core.storePath, { readonly: true });
  try {
    return db.prepare(query).all(...values) as Row[];
  } finally {
    db.close();
  }
}

async function restarted(): Promise<void> {
  await core.close();
  core = await startRig(folder, core.ports.clock.wallNow() + 60_000);
  desk = core.screen('desk');
  await core.advance(1_000);
}

const SHRINK = ['会缩水吗', '缩水吗？', '洗了会不会缩水啊'] as const;

async function askShrink(): Promise<void> {
  await say(['安', SHRINK[0]], ['波', SHRINK[1]], ['安', SHRINK[2]], ['安@kuaishou', SHRINK[0]]);
}

test('figures are those that plain SQL counts in the log, and lead back to its lines', async () => {
  await onAir();
  await askShrink();
  await say(['晨', '3号有货吗'], ['晨', '5号有货吗'], ['安', '1'], ['波', '已拍']);
  const row = asked(SHRINK[0]);
  const [counted] = rows(
    `SELECT count(*) AS count, count(DISTINCT person_id) AS people, min(event_ts) AS firstTs,
       max(event_ts) AS lastTs, min(seq) AS firstSeq, max(seq) AS lastSeq
     FROM events WHERE kind = 1 AND text IN (?, ?, ?)`,
    ...SHRINK,
  );
  expect(row).toMatchObject({ ...(counted as object), isDebt: true, state: 'open' });
  expect(row.id).toBe(row.firstSeq);
  const platforms = rows(
    `SELECT json_extract(body, '$.platform') AS platform, count(*) AS count FROM events
     WHERE kind = 1 AND text IN (?, ?, ?) GROUP BY 1 ORDER BY 2 DESC`,
    ...SHRINK,
  );
  expect(row.platforms).toEqual(platforms);
  expect(slice()).toMatchObject({ isReady: true, readFromTs: null, debt: 1, openCount: 3 });

  const { lines } = await desk.must('question.lines', { questionId: row.id, limit: 50 });
  const seqs = rows<{ seq: number }>(
    'SELECT seq FROM events WHERE kind = 1 AND text IN (?, ?, ?) ORDER BY seq',
    ...SHRINK,
  );
  expect(lines.map(({ seq }) => seq)).toEqual(seqs.map(({ seq }) => seq));
});

test('what the anchor writes asks nothing', async () => {
  await onAir();
  const anchor = { ...person('id-anchor', '主播'), roles: ['anchor' as const] };
  const event = chat({ key: 'by-anchor', ts: TEST_NOW, platform: 'douyin' }, anchor, '还有谁要吗');
  await core.screen('cli').must('ingest.append', { sender: 'bridge', events: [event] });
  await core.advance(1_000);
  expect(slice()).toMatchObject({ isReady: true, open: [], openCount: 0 });
});

describe('an answer', () => {
  test('that was marked closes the row, is a fact of the log, and can be taken back', async () => {
    await onAir();
    await askShrink();
    const { id, lastSeq } = asked(SHRINK[0]);
    await desk.must('question.answer', { questionId: id, how: 'marked' });
    // Pressed twice: one fact.
    await desk.must('question.answer', { questionId: id, how: 'marked' });
    await core.advance(500);
    expect(slice()).toMatchObject({ open: [], debt: 0 });
    const facts = rows<{ body: string }>('SELECT body FROM events WHERE kind = 51');
    expect(facts.map(({ body }) => JSON.parse(body))).toMatchObject([
      { questionId: id, lineSeqs: [id, lastSeq], how: 'marked', cueId: null, count: 4, people: 3 },
    ]);

    await desk.must('question.reopen', { questionId: id });
    await core.advance(500);
    expect(asked(SHRINK[0])).toMatchObject({ state: 'open', count: 4, people: 3, answer: null });
    expect(rows('SELECT seq FROM events WHERE kind = 52')).toHaveLength(1);
  });

  test('lasts until somebody asks again; the row then says when it was answered', async () => {
    await onAir();
    await askShrink();
    await desk.must('question.answer', { questionId: asked(SHRINK[0]).id, how: 'said' });
    await say(['丁', '这个缩水吗'], ['戊', SHRINK[0]]);
    expect(asked(SHRINK[0])).toMatchObject({
      state: 'open',
      count: 2,
      people: 2,
      isDebt: false,
      answer: { how: 'said', count: 4, people: 3 },
    });
  });

  test('of a question that is not held is refused', async () => {
    await onAir();
    const { id } = await (async () => {
      await askShrink();
      return asked(SHRINK[0]);
    })();
    await desk.must('show.end', {});
    await desk.must('show.leave', {});
    await desk.must('show.create', { title: 'B', origin: 'live', currency: 'CNY' });
    await core.advance(1_000);
    expect(slice()).toMatchObject({ isReady: true, open: [], answered: [] });
    for (const name of ['question.reopen', 'question.lines'] as const) {
      const input = { questionId: id, limit: 1 };
      const answer = await desk.run(name, name === 'question.lines' ? input : { questionId: id });
      expect(answer).toMatchObject({ ok: false, error: { code: 'unknown_question' } });
    }
  });
});

describe('a question that is sent to the anchor', () => {
  function anchorScreen(): RigScreen {
    return core.screen('anchor', MAIN_ROOM, ScreenId.parse(1));
  }

  test('stands there in the viewer’s words, and is answered when the anchor says so', async () => {
    await onAir();
    await say(['安', '@主播 会缩水吗']);
    await askShrink();
    const { id } = asked(SHRINK[0]);
    const anchor = anchorScreen();
    const send = { questionId: id, text: null, isAnswer: false };
    const { cueId } = await desk.must('question.send', send);
    await core.advance(500);
    expect(anchor.slice('cues').current).toMatchObject({ kind: 'question', text: SHRINK[0] });
    expect(asked(SHRINK[0])).toMatchObject({ state: 'open', cueId });
    await anchor.must('cue.answer', { cueId, answer: 'shown' });
    await anchor.must('cue.answer', { cueId, answer: 'done' });
    await core.advance(500);
    expect(asked(SHRINK[0])).toMatchObject({ state: 'answered', answer: { how: 'said' } });
    const [fact] = rows<{ body: string }>('SELECT body FROM events WHERE kind = 51');
    expect(JSON.parse(fact?.body ?? '')).toMatchObject({ how: 'said', cueId, count: 5 });
  });

  test('with its answer is answered at once', async () => {
    await onAir();
    await askShrink();
    const questionId = asked(SHRINK[0]).id;
    const none = await desk.run('question.send', { questionId, text: null, isAnswer: true });
    expect(none).toMatchObject({ ok: false, error: { code: 'text_missing' } });
    await desk.must('question.send', { questionId, text: '预缩过水，阴干', isAnswer: true });
    await core.advance(500);
    expect(asked(SHRINK[0])).toMatchObject({ state: 'answered', answer: { how: 'sent' } });
    expect(desk.slice('cues').current?.text).toBe('预缩过水，阴干');
  });

  test('in a long line is cut to what a cue takes', async () => {
    await onAir();
    await say(['安', `${'我买的'.repeat(50)}会缩水吗？`]);
    const [row] = slice().open;
    if (row === undefined) throw new Error('nothing is asked');
    await desk.must('question.send', { questionId: row.id, text: null, isAnswer: false });
    await core.advance(500);
    const text = desk.slice('cues').current?.text ?? '';
    expect(text).toHaveLength(120);
    expect(text.endsWith('…')).toBe(true);
  });
});

describe('a restart of the core', () => {
  test('changes no figure: open, answered, asked again and on the anchor’s screen', async () => {
    await onAir();
    await askShrink();
    await say(['晨', '3号有货吗'], ['丁', '包邮吗'], ['戊', '包邮吗'], ['晨', '可以退换吗']);
    await desk.must('question.answer', { questionId: asked(SHRINK[0]).id, how: 'marked' });
    await desk.must('question.answer', { questionId: asked('可以退换吗').id, how: 'said' });
    await say(['己', SHRINK[0]]);
    await desk.must('question.send', {
      questionId: asked('包邮吗').id,
      text: null,
      isAnswer: false,
    });
    await core.advance(500);
    const before = slice();
    expect(before).toMatchObject({ isReady: true, openCount: 3 });
    await restarted();
    expect(slice()).toEqual(before);
    // And it goes on from there.
    await say(['庚', '请问包邮吗']);
    expect(asked('包邮吗')).toMatchObject({ count: 3, people: 3, isDebt: true });
  });

  test('changes no share of questions among the comments', async () => {
    await onAir();
    await askShrink();
    await say(['安', '1'], ['波', '已拍'], ['丁', '包邮吗'], ['戊', '好看']);
    const share = () => {
      const metrics = desk.slice('metrics');
      return metrics === null ? null : metricValue('questionShare', metrics, 'CNY').figure;
    };
    const asking = 5;
    expect(share()).toMatchObject({ known: true, value: asking / 8 });
    await restarted();
    expect(share()).toMatchObject({ known: true, value: asking / 8 });
    await say(['己', '包邮吗']);
    expect(share()).toMatchObject({ known: true, value: (asking + 1) / 9 });
  });

  test('a desk’s first picture waits for nothing that is read', async () => {
    await onAir();
    await askShrink();
    await core.close();
    core = await startRig(folder, TEST_NOW + 60_000);
    desk = core.screen('desk');
    expect(desk.snapshot().slices.questions).toMatchObject({ isReady: false, open: [] });
    // What comes before it is read is counted once.
    await say(['丁', SHRINK[0]]);
    expect(asked(SHRINK[0])).toMatchObject({ count: 5, people: 4 });
  });
});

test('a person who is erased is in no question, and in no cue that quoted them', async () => {
  await desk.must('show.create', { title: 'A', origin: 'rehearsal', currency: 'CNY' });
  await desk.must('show.start', {});
  await core.advance(500);
  const words = '我家橘猫会不会把沙发挠坏吗';
  await say(['猫主人', words], ['波', '会起球吗']);
  const questionId = asked(words).id;
  await desk.must('question.send', { questionId, text: null, isAnswer: false });
  await desk.must('question.answer', { questionId, how: 'marked' });
  await core.advance(500);
  expect(hitsInFolder(folder, [words]).length).toBeGreaterThan(0);

  await desk.must('person.erase', { platform: 'douyin', platformUserId: 'id-猫主人' });
  await core.advance(1_000);
  expect(JSON.stringify(slice())).not.toContain(words);
  expect(JSON.stringify(desk.slice('cues'))).not.toContain(words);
  for (;;) {
    const [erasure] = desk.slice('data').erasures;
    if (erasure?.stage === 'done') break;
    await core.advance(500);
    await settled();
  }
  expect(hitsInFolder(folder, [words, '猫主人'])).toEqual([]);
  expect(slice().open.map(({ text }) => text)).toContain('会起球吗');
});
