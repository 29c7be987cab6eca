import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { RoomEventOf } from '#shared/contract/room-event.ts';
import type { ChatAction } from '#shared/model/chat-act.ts';
import { SourceId } from '#shared/model/ids.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

type Line = RoomEventOf<'chat'>;

let folder: string;
let core: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-acts-'));
  core = await startRig(folder, TEST_NOW);
  desk = core.screen('desk');
  const demo = { seed: 1, language: 'en', speed: 1, eventsPerSecond: 100 } as const;
  await desk.must('demo.start', demo);
  for (let second = 0; second < 8; second += 1) await core.advance(1_000);
});
afterEach(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

function chat(): Line[] {
  return desk.events().filter((event): event is Line => event.kind === 'chat');
}

/** The newest line of a viewer on a platform. */
function lineOn(platform: string): Line {
  const line = chat().findLast(
    ({ platform: on, actor }) => on === platform && (actor?.roles.length ?? 1) === 0,
  );
  if (line === undefined) throw new Error(`nobody wrote on ${platform}`);
  return line;
}

function sourceOn(platform: string): SourceId {
  const source = desk.slice('sources').sources.find((each) => each.platform === platform);
  if (source === undefined) throw new Error(`no source of ${platform}`);
  return source.id;
}

function action(actSeq: number): ChatAction {
  const held = desk.slice('acts').recent.find(({ seq }) => seq === actSeq);
  if (held === undefined) throw new Error(`no action ${actSeq}`);
  return held;
}

/** The action, once the platform has answered. */
async function outcome({ actSeq }: { actSeq: number }): Promise<ChatAction> {
  await core.advance(0);
  expect(action(actSeq).state).toBe('waiting');
  await core.advance(500);
  await core.advance(500);
  return action(actSeq);
}

function facts(kind: number): Record<string, unknown>[] {
  const db = new BetterSqlite(core.storePath, { readonly: true });
  try {
    const rows = db.prepare('SELECT seq, body FROM events WHERE kind = ? ORDER BY seq').all(kind);
    return rows.map((row) => {
      const { seq, body } = row as { seq: number; body: string };
      return { seq, ...JSON.parse(body) };
    });
  } finally {
    db.close();
  }
}

function linesOf(userId: string, afterSeq: number): Line[] {
  return chat().filter(({ seq, actor }) => seq > afterSeq && actor?.platformUserId === userId);
}

describe('what is done in a platform’s chat', () => {
  test('an answer comes back as the platform’s own line; both are in the log, once', async () => {
    const line = lineOn('twitch');
    const sourceId = sourceOn('twitch');
    const command = { sourceId, text: '  Yes,\nM is back ', lineSeq: line.seq };
    const id = desk.nextId();
    const first = await desk.run('chat.send', command, id);
    const again = await desk.run('chat.send', command, id);
    expect(again).toEqual(first);
    if (!first.ok) throw new Error('refused');
    expect(await outcome(first.value)).toMatchObject({
      act: 'reply',
      platform: 'twitch',
      lineSeq: line.seq,
      text: 'Yes, M is back',
      name: line.actor?.displayName,
      state: 'done',
      reason: null,
    });
    const own = chat().filter(({ actor }) => actor?.platformUserId === 'demo-own-tw');
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({
      fragments: [{ type: 'text', text: 'Yes, M is back' }],
      replyTo: { messageId: line.dedupeKey, userId: line.actor?.platformUserId },
    });
    expect(facts(58)).toMatchObject([
      { act: 'reply', account: 'xiaoman_linen', screenId: null, onPlatform: 'twitch' },
    ]);
    const { actSeq } = first.value;
    expect(facts(59)).toMatchObject([{ actSeq, outcome: 'done', eventSeq: own[0]?.seq }]);
  });

  test('a deleted message is told as deleted, and cannot be deleted again', async () => {
    const line = lineOn('tiktok');
    const { seq: lineSeq } = line;
    expect(await outcome(await desk.must('chat.delete', { lineSeq }))).toMatchObject({
      state: 'done',
    });
    const deleted = desk
      .events()
      .find((event) => event.kind === 'chat.deleted' && event.targetId === line.dedupeKey);
    expect(deleted).toBeDefined();
    const again = await outcome(await desk.must('chat.delete', { lineSeq }));
    expect(again).toMatchObject({ state: 'refused', reason: 'message_gone' });
  });

  test('who is timed out writes nothing for so long; unbanned, they write again', async () => {
    const { seq: lineSeq, actor } = lineOn('tiktok');
    const userId = actor?.platformUserId ?? '';
    const muted = await outcome(await desk.must('chat.timeout', { lineSeq, durationS: 10 }));
    expect(muted).toMatchObject({ state: 'done', durationS: 10, isUndone: false });
    const told = facts(15).at(-1);
    expect(told).toMatchObject({ action: 'timeout', target: { platformUserId: userId } });
    const since = Number(told?.['seq']);
    for (let second = 0; second < 8; second += 1) await core.advance(1_000);
    expect(linesOf(userId, since)).toEqual([]);

    const banned = await outcome(await desk.must('chat.ban', { lineSeq }));
    expect(banned).toMatchObject({ state: 'done' });
    expect(action(muted.seq)).toMatchObject({ isUndone: true });
    const unbanned = await outcome(await desk.must('chat.unban', { lineSeq }));
    expect(unbanned).toMatchObject({ state: 'done' });
    expect(action(banned.seq)).toMatchObject({ isUndone: true });
    const twice = await outcome(await desk.must('chat.unban', { lineSeq }));
    expect(twice).toMatchObject({ state: 'refused', reason: 'already_so' });
  });

  test('who is banned stays so over a restart', async () => {
    const busy = new Map<string, Line[]>();
    for (const line of chat().filter(({ actor }) => actor?.roles.length === 0)) {
      const userId = line.actor?.platformUserId ?? '';
      busy.set(userId, [...(busy.get(userId) ?? []), line]);
    }
    const [loudest] = [...busy.values()].toSorted((a, b) => b.length - a.length);
    const last = loudest?.at(-1);
    if (last === undefined) throw new Error('nobody wrote');
    await outcome(await desk.must('chat.ban', { lineSeq: last.seq }));
    await core.close();
    core = await startRig(folder, core.ports.clock.wallNow() + 1_000);
    desk = core.screen('desk');
    for (let second = 0; second < 8; second += 1) await core.advance(1_000);
    expect(chat().length).toBeGreaterThan(50);
    expect(linesOf(last.actor?.platformUserId ?? '', 0)).toEqual([]);
    const lineSeq = last.seq;
    const again = await outcome(await desk.must('chat.ban', { lineSeq }));
    expect(again).toMatchObject({ state: 'refused', reason: 'already_so' });
  });

  test('one message is on top at a time', async () => {
    const [first, second] = chat().filter(({ platform }) => platform === 'tiktok');
    if (first === undefined || second === undefined) throw new Error('two lines');
    const one = await outcome(await desk.must('chat.pin', { lineSeq: first.seq }));
    const two = await outcome(await desk.must('chat.pin', { lineSeq: second.seq }));
    expect([one.state, two.state]).toEqual(['done', 'done']);
    expect(action(one.seq).isUndone).toBe(true);
    const off = await outcome(await desk.must('chat.unpin', { lineSeq: second.seq }));
    expect(off.state).toBe('done');
    expect(action(two.seq).isUndone).toBe(true);
    expect(facts(60).map(({ targetId }) => targetId)).toEqual([
      first.dedupeKey,
      second.dedupeKey,
      null,
    ]);
  });

  test('a platform refuses in words of its own', async () => {
    const isMod = ({ platform, actor }: Line) =>
      platform === 'tiktok' && actor?.roles.includes('mod') === true;
    for (let tries = 0; tries < 60 && !chat().some(isMod); tries += 1) await core.advance(1_000);
    const mod = chat().find(isMod);
    if (mod === undefined) throw new Error('no moderator wrote');
    const protectedOne = await outcome(await desk.must('chat.ban', { lineSeq: mod.seq }));
    expect(protectedOne).toMatchObject({ state: 'refused', reason: 'person_protected' });

    const sourceId = sourceOn('tiktok');
    const sent: number[] = [];
    for (let line = 0; line < 6; line += 1) {
      const command = { sourceId, text: `line ${line}`, lineSeq: null };
      sent.push((await desk.must('chat.send', command)).actSeq);
    }
    await core.advance(500);
    await core.advance(500);
    expect(sent.map((seq) => action(seq).state)).toEqual([
      ...Array.from({ length: 5 }, () => 'done'),
      'refused',
    ]);
    expect(action(sent[5] ?? 0)).toMatchObject({ reason: 'rate_limited', retryS: 8 });
  });
});

describe('nothing is sent', () => {
  test('of a text in which nothing can be seen, or which is too long', async () => {
    const sourceId = sourceOn('twitch');
    for (const [text, code] of [
      ['', 'text_missing'],
      [' \n\t ', 'text_missing'],
      ['\u200b\u200d\u2060\ufeff', 'text_missing'],
      ['x'.repeat(501), 'text_too_long'],
      ['x'.repeat(10_000), 'text_too_long'],
      ['x'.repeat(10_001), 'text_too_long'],
    ] as const) {
      const result = await desk.run('chat.send', { sourceId, text, lineSeq: null });
      expect(result).toMatchObject({ ok: false, error: { code } });
    }
    expect(facts(58)).toEqual([]);
  });

  test('where the message, the source or the thing itself is not there', async () => {
    const { seq } = lineOn('twitch');
    const refused = async (run: ReturnType<RigScreen['run']>): Promise<unknown> => {
      const result = await run;
      return result.ok ? 'done' : result.error;
    };
    const twitch = sourceOn('twitch');
    const youtube = sourceOn('youtube');
    expect(await refused(desk.run('chat.delete', { lineSeq: 9_999_999 }))).toMatchObject({
      code: 'unknown_message',
    });
    // A fact of the desk is no message.
    const { seq: fact } = facts(40)[0] ?? {};
    expect(await refused(desk.run('chat.ban', { lineSeq: Number(fact) }))).toMatchObject({
      code: 'unknown_message',
    });
    // A reply goes where the message was written.
    const elsewhere = { sourceId: sourceOn('tiktok'), text: 'hi', lineSeq: seq };
    expect(await refused(desk.run('chat.send', elsewhere))).toMatchObject({
      code: 'unknown_message',
    });
    const gone = { sourceId: SourceId.parse(999), text: 'hi', lineSeq: null };
    expect(await refused(desk.run('chat.send', gone))).toMatchObject({ code: 'unknown_source' });
    const { seq: onYoutube } = lineOn('youtube');
    expect(await refused(desk.run('chat.pin', { lineSeq: onYoutube }))).toEqual({
      code: 'chat_act_impossible',
      params: { act: 'pin', reason: 'not_offered' },
    });
    const long = { lineSeq: onYoutube, durationS: 1_209_600 };
    expect(await refused(desk.run('chat.timeout', long))).toMatchObject({
      code: 'value_out_of_range',
      params: { what: 'durationS', limit: 86_400 },
    });

    await desk.must('source.setEnabled', { sourceId: twitch, isEnabled: false });
    const off = { sourceId: twitch, text: 'hi', lineSeq: null };
    expect(await refused(desk.run('chat.send', off))).toMatchObject({ code: 'source_not_ready' });
    await desk.must('show.end', {});
    const over = { sourceId: youtube, text: 'hi', lineSeq: null };
    expect(await refused(desk.run('chat.send', over))).toMatchObject({ code: 'show_not_running' });
    expect(facts(58)).toEqual([]);
  });

  test('for anybody but a desk', async () => {
    const { seq: lineSeq } = lineOn('twitch');
    for (const role of ['anchor', 'overlay', 'assistant', 'team', 'cli'] as const) {
      const screen = core.screen(role);
      const sends = { sourceId: sourceOn('twitch'), text: 'hi', lineSeq: null };
      for (const result of [
        await screen.run('chat.send', sends),
        await screen.run('chat.delete', { lineSeq }),
        await screen.run('chat.timeout', { lineSeq, durationS: 10 }),
        await screen.run('chat.ban', { lineSeq }),
        await screen.run('chat.unban', { lineSeq }),
        await screen.run('chat.pin', { lineSeq }),
        await screen.run('chat.unpin', { lineSeq }),
        await screen.run('chat.toAnchor', { lineSeq }),
        await screen.run('warning.note', { platform: null, text: 'a', note: '', isCut: false }),
      ]) {
        expect(result).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
      }
      expect(Object.keys(screen.snapshot().slices)).not.toContain('acts');
    }
    expect([...facts(57), ...facts(58)]).toEqual([]);
  });
});

test('what nobody has answered is unknown: after a while, or when the program ended', async () => {
  const sourceId = sourceOn('twitch');
  const { actSeq } = await desk.must('chat.send', { sourceId, text: 'hi', lineSeq: null });
  // The whole feed goes before it answers.
  await desk.must('show.end', {});
  await core.advance(9_000);
  expect(action(actSeq).state).toBe('waiting');
  await core.advance(1_000);
  expect(action(actSeq)).toMatchObject({ state: 'unknown', reason: 'no_answer' });
  expect(chat().filter(({ actor }) => actor?.platformUserId === 'demo-own-tw')).toEqual([]);
});

test('an action that waited when the program ended is said to be unknown', async () => {
  const sourceId = sourceOn('twitch');
  const { actSeq } = await desk.must('chat.send', { sourceId, text: 'hi', lineSeq: null });
  await core.close();
  core = await startRig(folder, core.ports.clock.wallNow() + 1_000);
  desk = core.screen('desk');
  await core.advance(500);
  expect(action(actSeq)).toMatchObject({ state: 'unknown', reason: 'core_stopped' });
  expect(facts(59)).toHaveLength(1);
});

describe('a question of the chat', () => {
  /** An open question with its newest line. */
  async function question() {
    for (let tries = 0; tries < 40; tries += 1) {
      for (const row of desk.slice('questions').open) {
        const line = chat().find(({ seq }) => seq === row.lastSeq);
        // YouTube has no replies.
        if (line !== undefined && line.platform !== 'youtube') return { row, line };
      }
      await core.advance(1_000);
    }
    throw new Error('nobody asks');
  }
  const answered = (): readonly Record<string, unknown>[] => facts(51);

  test('is answered by a reply, when the platform has taken it and not before', async () => {
    const { row, line } = await question();
    const sourceId = sourceOn(line.platform);
    const long = 'x'.repeat(600);
    const refused = await desk.run('chat.send', { sourceId, text: long, lineSeq: line.seq });
    expect(refused.ok).toBe(false);
    // A line to everybody answers nobody in particular.
    await desk.must('chat.send', { sourceId, text: 'a line to all', lineSeq: null });
    await core.advance(1_000);
    expect(answered()).toEqual([]);
    const asked = { sourceId, text: 'Yes', lineSeq: line.seq };
    expect(await outcome(await desk.must('chat.send', asked))).toMatchObject({ state: 'done' });
    expect(answered()).toMatchObject([{ questionId: row.id, how: 'replied', cueId: null }]);
  });

  test('is put to the anchor in its own words, and answered when that is done', async () => {
    const { line } = await question();
    const { cueId } = await desk.must('chat.toAnchor', { lineSeq: line.seq });
    await core.advance(500);
    const text = line.fragments.map((fragment) => fragment.text).join('');
    expect(desk.slice('cues').current).toMatchObject({ id: cueId, kind: 'question', text });
    await core.screen('anchor').must('cue.answer', { cueId, answer: 'done' });
    await core.advance(500);
    expect(answered()).toMatchObject([{ how: 'said', cueId }]);
  });
});
