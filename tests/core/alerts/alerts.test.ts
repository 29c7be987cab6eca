import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { Alert, AlertsSlice } from '#shared/model/alert.ts';
import { PRESET_RULES } from '#shared/rules/alerts/preset-rules.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { join as joinEvent, viewers } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

const MINUTE = 60_000;
/** A whole minute, so that the minutes of the show are those of the clock. */
const START = TEST_NOW - (TEST_NOW % MINUTE);

// Minutes of a show, tick by tick, on a machine that may do other things.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let core: CoreRig;
let desk: RigScreen;
let sent = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-alerts-'));
  core = await startRig(folder, START);
  desk = core.screen('desk');
  sent = 0;
});
afterEach(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

function slice(): AlertsSlice {
  return desk.slice('alerts');
}

/** On air with the beginning of a minute. */
async function onAir(): Promise<void> {
  const now = core.ports.clock.wallNow();
  await core.advance((MINUTE - (now % MINUTE)) % MINUTE);
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
}

/** Whole minutes with so many entries in each, and a number of people online that moves. */
async function minutes(count: number, entries: number, online = 400): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    const ts = core.ports.clock.wallNow() + 1_000;
    await core.advance(1_000);
    const events: FeedEvent[] = [viewers({ key: `v-${sent}`, ts }, online + (minute % 7), null)];
    for (let each = 0; each < entries; each += 1) {
      sent += 1;
      events.push(joinEvent({ key: `j-${sent}`, ts: ts + each }, null));
    }
    sent += 1;
    await core.screen('cli').must('ingest.append', { sender: 'bridge', events });
    await core.advance(MINUTE - 1_000);
  }
  // The last of them is judged once late events can be there.
  await core.advance(6_000);
}

function alertOf(ruleId: string): Alert {
  const alert = slice().alerts.find((each) => each.ruleId === ruleId);
  if (alert === undefined) throw new Error(`no alert of ${ruleId}`);
  return alert;
}

function count(query: string, ...values: readonly number[]): number {
  const db = new BetterSqlite(core.storePath, { readonly: true });
  try {
    return Number(
      db
        .prepare(query)
        .pluck()
        .get(...values),
    );
  } finally {
    db.close();
  }
}

/** Entries fall to three tenths: said once, after the second minute for which it holds. */
async function entriesFall(): Promise<void> {
  await onAir();
  await minutes(11, 60);
  await minutes(5, 18);
}

describe('an alert', () => {
  test('says how much against what, as plain SQL counts it, and is a fact of the log', async () => {
    await entriesFall();
    const { evidence, seq, action, answer } = alertOf('inflow-falls');
    if (evidence.kind !== 'figure') throw new Error('no figure');
    const entries = 'SELECT count(*) FROM events WHERE kind = 7 AND event_ts >= ? AND event_ts < ?';
    const { fromTs, toTs } = evidence;
    expect(evidence.value).toBe(count(entries, fromTs, toTs));
    expect(evidence.against).toBe(count(entries, fromTs - (toTs - fromTs), fromTs));
    expect(evidence.sigmas).toBeGreaterThanOrEqual(2.5);
    expect(action).toEqual({ kind: 'cue', cueKind: 'retain' });
    expect(answer).toBeNull();
    expect(count('SELECT count(*) FROM events WHERE kind = 55 AND seq = ?', seq)).toBe(1);
    expect(slice().alerts.filter(({ ruleId }) => ruleId === 'inflow-falls')).toHaveLength(1);
  });

  test('is there after a restart, and its answer too; it is not said again', async () => {
    await entriesFall();
    const { seq } = alertOf('inflow-falls');
    await desk.must('alert.answer', { seq, answer: 'seen' });
    const before = slice().alerts;
    await core.close();
    core = await startRig(folder, core.ports.clock.wallNow());
    desk = core.screen('desk');
    await core.advance(1_000);
    expect(slice().alerts).toEqual(before);
    expect(alertOf('inflow-falls').answer).toBe('seen');
  });

  test('that is never wanted again switches its rule off, in the settings', async () => {
    await entriesFall();
    const { seq } = alertOf('inflow-falls');
    await desk.must('alert.answer', { seq, answer: 'never' });
    await core.advance(1_000);
    const off = desk.slice('settings').alerts.rules.find(({ id }) => id === 'inflow-falls');
    expect(off?.isOn).toBe(false);
  });

  test('nobody knows is refused', async () => {
    await onAir();
    const answered = await desk.run('alert.answer', { seq: 1, answer: 'seen' });
    expect(answered).toMatchObject({ ok: false, error: { code: 'unknown_alert' } });
  });
});

test('a number of viewers that stands still for five minutes is said', async () => {
  await onAir();
  for (let minute = 0; minute < 14; minute += 1) {
    const ts = core.ports.clock.wallNow();
    const events = [viewers({ key: `still-${minute}`, ts }, 812, null)];
    await core.screen('cli').must('ingest.append', { sender: 'bridge', events });
    await core.advance(30_000);
  }
  expect(alertOf('viewers-frozen').evidence).toMatchObject({
    kind: 'state',
    state: 'viewers_frozen',
    value: 812,
    sinceTs: START,
  });
});

test('a preview says when the rule would have alerted in the last show', async () => {
  await entriesFall();
  const { ts } = alertOf('inflow-falls');
  await desk.must('show.end', {});
  const rule = PRESET_RULES.find(({ id }) => id === 'inflow-falls');
  if (rule === undefined) throw new Error('no such rule');
  const told = await desk.must('alert.preview', { rule });
  // As it was said, but for the moment it takes until late events are there.
  expect(told.at).toHaveLength(1);
  expect(Math.abs((told.at[0] ?? 0) - ts)).toBeLessThan(10_000);
  expect(told.show).toMatchObject({ title: 'A' });
  const strict = { ...rule, test: { ...rule.test, percent: 99 } };
  expect((await desk.must('alert.preview', { rule: strict as typeof rule })).at).toEqual([]);
});

test('after three shows the room knows what is usual at each minute', async () => {
  for (const entries of [10, 20, 40]) {
    await onAir();
    await minutes(5, entries);
    await tell(entries);
    await desk.must('show.end', {});
  }
  await onAir();
  await minutes(5, 30);
  const { usual } = slice();
  expect(usual).toMatchObject({ shows: 3, atMinute: 4 });
  expect(usual?.figures.entries5Min).toEqual({ median: 100, low: 75, high: 150, shows: 3 });
  // 400 to 404 people online, and 50, 100 and 200 entries in five minutes.
  expect(usual?.figures.viewersMean).toEqual({ median: 402, low: 402, high: 402, shows: 3 });
  const watch = (entries: number): number => (402 * 300) / entries;
  expect(usual?.figures.averageWatch).toEqual({
    median: watch(100),
    low: (watch(200) + watch(100)) / 2,
    high: (watch(100) + watch(50)) / 2,
    shows: 3,
  });
  // What was clicked, as a share of what was shown, over each whole show.
  const wholeShow = { productCtr: { median: 0.02, low: 0.015, high: 0.03, shows: 3 } };
  expect(usual?.wholeShow).toEqual(wholeShow);

  await core.close();
  core = await startRig(folder, core.ports.clock.wallNow() + 1_000);
  desk = core.screen('desk');
  await core.advance(2 * MINUTE);
  expect(slice().usual?.wholeShow).toEqual(wholeShow);
});

/** What a person reads off the platform's page: so many of 1,000 people clicked. */
async function tell(clickers: number): Promise<void> {
  const showId = desk.slice('show').show?.id;
  if (showId === undefined) throw new Error('no show');
  const figures = [
    { name: 'productShown' as const, value: 1_000 },
    { name: 'productClickers' as const, value: clickers },
  ];
  await desk.must('figures.enter', { showId, sourceId: null, figures, how: 'typed' });
}

test('rules that contradict each other are refused, and nothing changes', async () => {
  const limit = (id: string, direction: 'below' | 'above', value: number) => ({
    id,
    name: id,
    isOn: true,
    severity: 'warn' as const,
    test: {
      kind: 'threshold' as const,
      figure: 'chats' as const,
      direction,
      value,
      perThousand: false,
      windowMin: 5,
    },
    holdMin: 2,
    cooldownMin: 10,
    action: { kind: 'cue' as const, cueKind: 'question' as const },
  });
  const { alerts } = desk.slice('settings');
  const rules = [limit('own-1', 'below', 20), limit('own-2', 'above', 10)];
  const refused = await desk.run('settings.change', { alerts: { ...alerts, rules } });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'alert_rule_refused', params: { rule: 'own-2', fault: 'always' } },
  });
  await core.advance(500);
  expect(desk.slice('settings').alerts).toEqual(alerts);
});
