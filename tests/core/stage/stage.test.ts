import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';

import { ScreenId } from '#shared/model/ids.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { STRAINING_PRODUCTS } from '#tests/support/sample-products.ts';

let folder: string;
let rig: CoreRig;
let desk: RigScreen;
let anchor: RigScreen;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-stage-'));
  await open();
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
});
afterEach(async () => {
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(now?: number): Promise<void> {
  rig = await startRig(folder, now);
  desk = rig.screen('desk');
  anchor = rig.screen('anchor', undefined, ScreenId.parse(1));
}

async function restart(): Promise<void> {
  const now = rig.ports.clock.wallNow() + 1_000;
  await rig.close();
  await open(now);
  await rig.advance(1_000);
}

/** Facts as the store has them, by plain SQL. */
function stored(...kinds: readonly string[]): unknown[] {
  const db = new SqliteDatabase(join(folder, 'cuedesk.sqlite'), { readonly: true });
  const rows = db
    .prepare(
      `SELECT k.name, e.body FROM events e JOIN event_kinds k ON k.code = e.kind
       WHERE k.name IN (${kinds.map(() => '?').join(',')}) ORDER BY e.seq`,
    )
    .all(...kinds) as { name: string; body: string }[];
  db.close();
  return rows.map(({ name, body }) => ({ kind: name, ...JSON.parse(body) }));
}

async function push(code: string): Promise<number> {
  const fields = STRAINING_PRODUCTS.find((each) => each.code === code);
  if (fields === undefined) throw new Error(`no ${code}`);
  const { productId, linkNumber } = await desk.must('shelf.putProduct', {
    fields,
    linkNumber: null,
  });
  await desk.must('shelf.arm', { linkNumber });
  const { ok } = await desk.run('shelf.go', { productId });
  if (!ok) throw new Error(`${code} did not go`);
  await rig.advance(600);
  return productId;
}

const prompter = () => anchor.slice('stage').prompter;

describe('a call for help', () => {
  it('is on the desk until somebody sees to it, over a restart too', async () => {
    expect((await anchor.run('help.ask', { reason: 'water' })).ok).toBe(false);
    await desk.must('show.start', {});
    const { seq } = await anchor.must('help.ask', { reason: 'water' });
    await rig.advance(100);
    expect(desk.slice('stage').calls).toMatchObject([
      { seq, reason: 'water', screenId: 1, answeredTs: null },
    ]);
    await restart();
    expect(desk.slice('stage').calls).toMatchObject([{ seq, answeredTs: null }]);
    await desk.must('help.answer', { seq });
    await desk.must('help.answer', { seq });
    await rig.advance(100);
    expect(anchor.slice('stage').calls[0]?.answeredTs).not.toBeNull();
    expect(await desk.run('help.answer', { seq: 1 })).toMatchObject({
      ok: false,
      error: { code: 'unknown_call' },
    });
    expect(stored('help.asked', 'help.answered')).toMatchObject([
      { kind: 'help.asked', reason: 'water', screenId: 1 },
      { kind: 'help.answered', askedSeq: seq },
    ]);
  });
});

describe('a cue that is not seen', () => {
  it('flashes the screens while it stands there, and no other does', async () => {
    await desk.must('show.start', {});
    const { cueId } = await desk.must('cue.send', { kind: 'free', text: 'x' });
    await desk.must('cue.flash', { cueId });
    await rig.advance(100);
    expect(anchor.slice('stage').flash?.cueId).toBe(cueId);
    const { cueId: nextId } = await desk.must('cue.send', { kind: 'free', text: 'y' });
    expect((await desk.run('cue.flash', { cueId })).ok).toBe(false);
    await desk.must('cue.flash', { cueId: nextId });
    await anchor.must('cue.answer', { cueId: nextId, answer: 'done' });
    await anchor.must('mood.note', { mood: 3 });
    await rig.advance(100);
    expect(anchor.slice('stage').flash).toBeNull();
    expect(stored('cue.flashed')).toMatchObject([{ cueId }, { cueId: nextId }]);
  });

  it('says what each screen shows and whether it can be seen', async () => {
    await anchor.must('stage.sight', { view: 'prompter', isVisible: false });
    await rig.advance(100);
    expect(desk.slice('stage').sights).toEqual([
      { screenId: 1, view: 'prompter', isVisible: false },
    ]);
  });
});

describe('the prompter', () => {
  it('follows what is pushed, stands at the price until it is said, and writes that down', async () => {
    await desk.must('show.start', {});
    const shirt = await push('shirt');
    const first = prompter().documentKey;
    expect(first).not.toBe('');
    await anchor.must('prompter.run', { isRunning: true });
    await rig.advance(600_000);
    await anchor.must('prompter.pace', { pace: 200 });
    await rig.advance(100);
    const held = prompter().at;
    await desk.must('prompter.move', { documentKey: first, at: 100_000 });
    await rig.advance(100);
    expect(prompter().at).toBe(held);
    await anchor.must('prompter.priceSaid', { documentKey: first });
    await desk.must('prompter.priceSaid', { documentKey: first });
    await desk.must('prompter.move', { documentKey: first, at: 100_000 });
    await rig.advance(100);
    expect(prompter().at).toBeGreaterThan(held);
    expect(stored('price.said')).toMatchObject([{ productId: shirt, screenId: 1 }]);

    await push('long-zh');
    expect(prompter()).toMatchObject({ at: 0, isPriceSaid: false, isRunning: true, pace: 200 });
    expect(prompter().documentKey).not.toBe(first);
    expect(await anchor.run('prompter.move', { documentKey: first, at: 1 })).toMatchObject({
      ok: false,
      error: { code: 'prompter_moved_on' },
    });
    await restart();
    expect(prompter().pace).toBe(200);
  });
});

describe('the anchor’s load', () => {
  it('is facts of the log, the same after a restart, and no overlay is told', async () => {
    expect((await desk.run('rest.begin', {})).ok).toBe(false);
    await desk.must('show.start', {});
    await rig.advance(60_000);
    await anchor.must('rest.begin', {});
    await anchor.must('rest.begin', {});
    await rig.advance(120_000);
    await desk.must('rest.end', {});
    await desk.must('rest.end', {});
    await anchor.must('mood.note', { mood: 4 });
    await rig.advance(1_000);
    const before = desk.slice('stage').load;
    expect(before.breaks).toHaveLength(1);
    expect(before.offMs).toBeGreaterThanOrEqual(120_000);
    expect(before.moods).toMatchObject([{ mood: 4 }]);
    expect(stored('rest.began', 'rest.ended', 'mood.noted')).toHaveLength(3);
    await restart();
    expect(desk.slice('stage').load).toEqual(before);
    const overlay = rig.screen('overlay', undefined, ScreenId.parse(2));
    await rig.advance(100);
    expect(Object.keys(overlay.snapshot().slices)).not.toContain('stage');
  });
});

test('what several ask is on the anchor’s screen, with the one approved answer as it is now', async () => {
  await desk.must('show.start', {});
  const lines = ['a', 'b', 'c'].map((who) => {
    const at = { key: `q-${who}`, ts: rig.ports.clock.wallNow(), platform: 'douyin' };
    return chat(at, person(`id-${who}`, who), '会缩水吗');
  });
  await rig.screen('cli').must('ingest.append', { sender: 'bridge', events: lines });
  await rig.advance(2_000);
  expect(anchor.slice('stage').questions).toMatchObject([
    { text: '会缩水吗', people: 3, answer: null },
  ]);
  await desk.must('answer.put', { productId: null, question: '会缩水吗', answer: '预缩过，不缩' });
  await rig.advance(1_000);
  expect(anchor.slice('stage').questions).toMatchObject([{ answer: '预缩过，不缩' }]);
  await desk.must('answer.put', { productId: null, question: '会缩水吗', answer: '冷水洗不缩' });
  await rig.advance(1_000);
  expect(anchor.slice('stage').questions).toMatchObject([{ answer: '冷水洗不缩' }]);
});
