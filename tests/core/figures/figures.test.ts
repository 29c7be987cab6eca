import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { SourceId, type ShowId } from '#shared/model/ids.ts';
import { metricValue } from '#shared/rules/metrics/metric-value.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { order, person } from '#tests/support/make-event.ts';

let folder: string;
let core: CoreRig;
let desk: RigScreen;
let showId: ShowId;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-figures-'));
  core = await startRig(folder);
  desk = core.screen('desk');
  const show = { title: 'Figures', origin: 'live', currency: 'CNY' } as const;
  ({ showId } = await desk.must('show.create', show));
  await desk.must('show.start', {});
  await core.advance(500);
});

afterEach(async () => {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
});

async function sell(buyers: number): Promise<void> {
  const events = Array.from({ length: buyers }, (_, index) => {
    const at = { key: `o${index}`, ts: core.ports.clock.wallNow(), platform: 'douyin' };
    const money = { amountMinor: 10_000, currency: 'CNY', exponent: 2 };
    const paid = order(at, 'paid', { productId: null, qty: 1, money });
    return { ...paid, actor: person(`b${index}`, `B${index}`) };
  });
  await core.screen('cli').must('ingest.append', { sender: 'shop', events });
  await core.advance(1_000);
}

async function enter(uniqueViewers: number): Promise<number> {
  const figures = [{ name: 'uniqueViewers' as const, value: uniqueViewers }];
  const { seq } = await desk.must('figures.enter', {
    showId,
    sourceId: null,
    figures,
    how: 'typed',
  });
  await core.advance(600);
  return seq;
}

function buyerRate(): unknown {
  const metrics = desk.slice('metrics');
  if (metrics === null) return null;
  const { figure } = metricValue('buyerRate', metrics, 'CNY');
  return figure.known ? figure.value : figure.reason;
}

test('the newest holds, undone the one before it, and a restart changes neither', async () => {
  await sell(5);
  expect(buyerRate()).toBe('not_entered');
  await enter(100);
  expect(buyerRate()).toBe(0.05);
  const newest = await enter(50);
  expect(buyerRate()).toBe(0.1);
  await desk.must('figures.withdraw', { showId, enteredSeq: newest });
  await core.advance(600);
  expect(buyerRate()).toBe(0.05);
  const again = await desk.run('figures.withdraw', { showId, enteredSeq: newest });
  expect(again).toMatchObject({ ok: false, error: { code: 'unknown_figures' } });

  await core.close();
  core = await startRig(folder, core.ports.clock.wallNow() + 1_000);
  desk = core.screen('desk');
  await core.advance(1_000);
  expect(buyerRate()).toBe(0.05);
});

test('after the show they hold as of its end, also when another show runs', async () => {
  await sell(4);
  await desk.must('show.end', {});
  await desk.must('show.leave', {});
  await core.advance(60_000);
  const next = { title: 'Next', origin: 'live', currency: 'CNY' } as const;
  await desk.must('show.create', next);
  const seq = await enter(80);
  const { metrics, lastSeq } = await desk.must('figures.get', { showId });
  expect(lastSeq).toBe(seq);
  expect(metricValue('buyerRate', metrics, 'CNY').figure).toMatchObject({
    value: 0.05,
    isApprox: false,
  });
  expect(metricValue('averageOrder', metrics, 'CNY').figure).toMatchObject({ value: 10_000 });
  // Of the show that is chosen nothing was entered.
  expect(desk.slice('metrics')?.entered).toEqual([]);
});

test('what is no figure is refused, and changes nothing', async () => {
  const of = { showId, sourceId: null, how: 'typed' } as const;
  const twice = { name: 'refunds', value: 1 } as const;
  const bad = [
    [{ name: 'refunds', value: 1.5 }],
    [{ name: 'refunds', value: -1 }],
    [{ name: 'retention5Min', value: 1.2 }],
    [twice, twice],
    [],
  ] as const;
  for (const figures of bad) {
    const answer = await desk.run('figures.enter', { ...of, figures: [...figures] });
    expect(answer.ok).toBe(false);
  }
  const figures = [{ name: 'refunds' as const, value: 1 }];
  const elsewhere = { ...of, figures, sourceId: SourceId.parse(4_711) };
  expect(await desk.run('figures.enter', elsewhere)).toMatchObject({
    ok: false,
    error: { code: 'unknown_source' },
  });
  expect((await desk.must('figures.get', { showId })).lastSeq).toBeNull();
});
