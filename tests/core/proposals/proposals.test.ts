import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { FeedEvent } from '#shared/contract/room-event.ts';
import { FIRST_TRIGGER_SETTINGS, type TriggerRule } from '#shared/model/cue-trigger.ts';
import type { Proposal, ProposalsSlice } from '#shared/model/proposal.ts';
import { withTrigger } from '#shared/rules/cue-triggers/trigger-set.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { join as joinEvent, viewers } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import { presetTrigger } from '#tests/support/trigger-moments.ts';

const MINUTE = 60_000;
const START = TEST_NOW - (TEST_NOW % MINUTE);
const RISKY = '全网最低价，国家级品质';

// Minutes of a show, tick by tick, on a machine that may do other things.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let core: CoreRig;
let desk: RigScreen;
let sent = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-proposals-'));
  core = await startRig(folder, START);
  desk = core.screen('desk');
  sent = 0;
});
afterEach(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

function slice(): ProposalsSlice {
  return desk.slice('proposals');
}

async function onAir(): Promise<void> {
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  for (const [kind, text] of [
    ['correction', '更正一下价格'],
    ['correction', '刚才说快了'],
    ['rescue', '先说福利再讲货'],
    ['rest', '喝口水'],
  ] as const) {
    await desk.must('cue.putCard', { cardId: null, kind, text, pinnedSlot: null, productId: null });
  }
  await desk.must('show.start', {});
}

/** What must not be said goes out, and is seen on the next look. */
async function sayRisk(): Promise<Proposal> {
  await desk.must('cue.send', { kind: 'free', text: RISKY });
  await core.advance(6_000);
  const proposal = slice().open.findLast(({ ruleId }) => ruleId === 'risk-word');
  if (proposal === undefined) throw new Error('nothing was proposed');
  return proposal;
}

async function restart(): Promise<void> {
  await core.close();
  core = await startRig(folder, core.ports.clock.wallNow() + 1_000);
  desk = core.screen('desk');
  await core.advance(1_000);
}

async function minutes(count: number, entries: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    const ts = core.ports.clock.wallNow() + 1_000;
    await core.advance(1_000);
    const events: FeedEvent[] = [viewers({ key: `v-${sent}`, ts }, 400 + (minute % 7), null)];
    for (let each = 0; each < entries; each += 1) {
      sent += 1;
      events.push(joinEvent({ key: `j-${sent}`, ts: ts + each }, null));
    }
    sent += 1;
    await core.screen('cli').must('ingest.append', { sender: 'bridge', events });
    await core.advance(MINUTE - 1_000);
  }
  await core.advance(11_000);
}

function select(query: string): readonly unknown[] {
  const db = new BetterSqlite(core.storePath, { readonly: true });
  try {
    return db.prepare(query).all();
  } finally {
    db.close();
  }
}

async function changeRule(rule: TriggerRule): Promise<void> {
  const triggers = withTrigger(FIRST_TRIGGER_SETTINGS, rule);
  await desk.must('settings.change', { triggers });
}

describe('a proposal', () => {
  test('says what it rests on, goes to the anchor with one command, and only once', async () => {
    await onAir();
    const proposal = await sayRisk();
    expect(proposal).toMatchObject({
      ruleId: 'risk-word',
      slot: 1,
      cueKind: 'correction',
      text: '更正一下价格',
      evidence: { kind: 'risk', by: 'cue' },
      score: { urgency: 40, lift: null },
    });
    const { seq: proposalSeq } = proposal;
    const { cueId } = await desk.must('proposal.send', { proposalSeq, text: null });
    expect(desk.slice('cues').current).toMatchObject({ id: cueId, text: '更正一下价格' });
    const again = await desk.run('proposal.send', { proposalSeq, text: null });
    expect(again).toMatchObject({ ok: false, error: { code: 'unknown_proposal' } });
    expect(slice().open).toEqual([]);
  });

  test('that falls out of the figures is dropped, sent and changed; SQL counts the same', async () => {
    await onAir();
    await minutes(11, 60);
    await minutes(5, 18);
    const fallen = slice().open.find(({ ruleId }) => ruleId === 'inflow-falls');
    expect(fallen).toMatchObject({ text: '先说福利再讲货', evidence: { kind: 'figure' } });
    await desk.must('proposal.drop', { proposalSeq: fallen?.seq ?? 0 });
    const risk = await sayRisk();
    const changed = { proposalSeq: risk.seq, text: '价格以链接为准' };
    const { cueId } = await desk.must('proposal.send', changed);

    const told = slice();
    expect(told.outcomes).toMatchObject({ dropped: 1, edited: 1, sent: 0 });
    const made = `SELECT count(*) AS n FROM events WHERE kind = 87`;
    expect(select(made)).toEqual([{ n: told.made }]);
    const outcomes = `SELECT json_extract(body, '$.outcome') AS outcome, count(*) AS n
      FROM events WHERE kind = 88 GROUP BY 1 ORDER BY 1`;
    const counted = Object.entries(told.outcomes)
      .filter(([, n]) => n > 0)
      .map(([outcome, n]) => ({ outcome, n }))
      .toSorted((a, b) => (a.outcome < b.outcome ? -1 : 1));
    expect(select(outcomes)).toEqual(counted);
    const linked = `SELECT p.seq AS proposalSeq, c.id AS cueId, c.text
      FROM events s JOIN events p ON p.seq = json_extract(s.body, '$.proposalSeq')
        JOIN cues c ON c.id = json_extract(s.body, '$.cueId')
      WHERE s.kind = 88 AND p.kind = 87`;
    expect(select(linked)).toEqual([{ proposalSeq: risk.seq, cueId, text: '价格以链接为准' }]);
    const cue = (await desk.must('review.get', { showId: showId() })).cues.find(
      (each) => each.cueId === cueId,
    );
    expect(cue?.proposal).toEqual({ ruleId: 'risk-word', name: null, outcome: 'edited' });
  });

  test('that nobody takes up goes out of date, and what was put right is none any more', async () => {
    await onAir();
    const first = await sayRisk();
    await desk.must('cue.send', { kind: 'correction', text: '说错了' });
    await core.advance(6_000);
    expect(slice().open).toEqual([]);
    expect(slice().outcomes.expired).toBe(1);
    const late = await desk.run('proposal.drop', { proposalSeq: first.seq });
    expect(late).toMatchObject({ ok: false, error: { code: 'unknown_proposal' } });
  });

  test('stays where it is over a restart, and its rule keeps quiet', async () => {
    await onAir();
    const before = await sayRisk();
    await restart();
    expect(slice().open).toEqual([before]);
    await desk.must('proposal.drop', { proposalSeq: before.seq });
    await desk.must('cue.send', { kind: 'free', text: RISKY });
    await core.advance(6_000);
    // Its cool-down of a minute goes on from before.
    expect(slice().open).toEqual([]);
    await core.advance(MINUTE);
    expect(slice().open).toMatchObject([{ ruleId: 'risk-word', score: { dropped: -5 } }]);
    await desk.must('triggers.reset', {});
    await desk.must('proposal.drop', { proposalSeq: slice().open[0]?.seq ?? 0 });
  });
});

describe('the mode', () => {
  test('hold proposes nothing, over a restart too', async () => {
    await onAir();
    await desk.must('triggers.setMode', { mode: 'hold' });
    await restart();
    expect(slice().mode).toBe('hold');
    await desk.must('cue.send', { kind: 'free', text: RISKY });
    await core.advance(6_000);
    expect(slice()).toMatchObject({ open: [], made: 0 });
  });

  test('auto sends what was chosen, where somebody sees it and nothing is wrong with it', async () => {
    await onAir();
    await changeRule({
      ...presetTrigger('anchor-rest'),
      isAuto: true,
      cooldownMin: 1,
      test: { kind: 'onAir', minutes: 5 },
    });
    await desk.must('triggers.setMode', { mode: 'auto' });
    // No screen of the anchor is there: it waits for the operator.
    await core.advance(5 * MINUTE + 6_000);
    const [waits] = slice().open;
    expect(waits).toMatchObject({ ruleId: 'anchor-rest', text: '喝口水' });
    await desk.must('proposal.drop', { proposalSeq: waits?.seq ?? 0 });
    expect(slice().outcomes.auto).toBe(0);
  });

  test('is refused without a show', async () => {
    const refused = await desk.run('triggers.setMode', { mode: 'hold' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'show_not_running' } });
  });
});

test('rules on what no source tells say so, and so do rules without a card', async () => {
  await onAir();
  await core.advance(6_000);
  const { lacking } = slice();
  expect(lacking).toContainEqual({ ruleId: 'inflow-falls', lack: 'entries' });
  expect(lacking).toContainEqual({ ruleId: 'ctr-low', lack: 'shown' });
  expect(lacking).toContainEqual({ ruleId: 'block-overrun', lack: 'card' });
  expect(lacking.map(({ ruleId }) => ruleId)).not.toContain('risk-word');
});

test('rules that contradict each other are refused, and nothing changes', async () => {
  const rule = {
    ...presetTrigger('block-overrun'),
    id: 'own-1',
    name: 'Mine',
    cueKind: 'rest' as const,
  };
  const triggers = withTrigger(FIRST_TRIGGER_SETTINGS, rule);
  const refused = await desk.run('settings.change', { triggers });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'alert_rule_refused', params: { rule: 'own-1', fault: 'contradicts' } },
  });
  expect(desk.slice('settings').triggers).toEqual(FIRST_TRIGGER_SETTINGS);
});

test('a preview says when a rule would have proposed in the last show', async () => {
  await onAir();
  await minutes(11, 60);
  await minutes(5, 18);
  const fallen = slice().open.find(({ ruleId }) => ruleId === 'inflow-falls');
  await desk.must('show.end', {});
  const { at, show } = await desk.must('triggers.preview', { rule: presetTrigger('inflow-falls') });
  expect(show).toMatchObject({ title: 'A' });
  expect(at).toHaveLength(1);
  // As it was, but for the moment it takes until late events are there.
  expect(Math.abs((at?.[0] ?? 0) - (fallen?.ts ?? 0))).toBeLessThanOrEqual(15_000);
  const unknown = await desk.must('triggers.preview', { rule: presetTrigger('stock-low') });
  expect(unknown.at).toBeNull();
});

function showId() {
  const id = desk.slice('show').show?.id;
  if (id === undefined) throw new Error('no show');
  return id;
}
