import { describe, expect, it } from 'vitest';

import {
  applyBatches,
  applySnapshot,
  mergeMarks,
  mergeSeries,
} from '#renderer/store/room-reducer.ts';
import { createRoomStore } from '#renderer/store/room-store.ts';
import { RoomSnapshot } from '#shared/contract/room-snapshot.ts';
import { sampleChat } from '#tests/support/sample-events.ts';
import {
  SAMPLE_NOW,
  sampleBatch,
  sampleSlices,
  sampleSnapshot,
} from '#tests/support/sample-snapshot.ts';

const point = (ts: number, viewers: number) => ({
  ts,
  viewers,
  chatPerMinute: null,
  ordersPerMinute: null,
});

describe('mergeSeries', () => {
  it('adds later points, replaces known ones, puts a late one in its place', () => {
    const held = [point(10, 1), point(20, 2), point(40, 4)];
    const merged = mergeSeries(held, [point(40, 5), point(30, 3), point(50, 6)]);
    expect(merged.map(({ ts, viewers }) => [ts, viewers])).toEqual([
      [10, 1],
      [20, 2],
      [30, 3],
      [40, 5],
      [50, 6],
    ]);
    expect(held).toHaveLength(3);
  });

  it('keeps the array when nothing came', () => {
    const held = [point(10, 1)];
    expect(mergeSeries(held, [])).toBe(held);
  });
});

it('mergeMarks keeps one mark a seq, in order of time', () => {
  const mark = (seq: number, ts: number, label: string) =>
    ({ seq, ts, kind: 'push', label }) as const;
  const merged = mergeMarks([mark(2, 20, 'b')], [mark(1, 10, 'a'), mark(2, 20, 'B')]);
  expect(merged.map(({ label }) => label)).toEqual(['a', 'B']);
});

describe('a snapshot whose figures are still being read', () => {
  const whole = sampleSnapshot({ seq: 9 });
  const { metrics, alerts, proposals, ...slices } = whole.slices;
  const early = { ...whole, slices, series: null, marks: null };

  it('leaves what is shown of the same show as it is', () => {
    const store = createRoomStore();
    applySnapshot(store, sampleSnapshot({ seq: 1 }), SAMPLE_NOW);
    const before = store.state.getState();
    applySnapshot(store, early, SAMPLE_NOW);
    const after = store.state.getState();
    expect(after.seq).toBe(9);
    expect(after).toMatchObject({ metrics, alerts, proposals });
    expect([after.series, after.marks]).toEqual([before.series, before.marks]);
  });

  it('has products sold as often as was known, and is right about all else', () => {
    const store = createRoomStore();
    applySnapshot(store, sampleSnapshot({ seq: 1 }), SAMPLE_NOW);
    const shelf = RoomSnapshot.parse(whole).slices.shelf;
    if (shelf === undefined) throw new Error('no shelf');
    const items = shelf.items.map((item) => ({ ...item, unitsPaid: 0, stock: null, name: 'new' }));
    const told = { ...early, slices: { ...slices, shelf: { ...shelf, items } } };
    applySnapshot(store, told, SAMPLE_NOW);
    const held = store.state.getState().shelf.items;
    expect(held.map(({ name }) => name)).toEqual(items.map(() => 'new'));
    const sold = shelf.items.map(({ unitsPaid, stock }) => ({ unitsPaid, stock }));
    expect(sold.some(({ unitsPaid }) => unitsPaid > 0)).toBe(true);
    expect(held).toMatchObject(sold);
  });

  it('has nothing stay of another show', () => {
    const store = createRoomStore();
    const { show } = sampleSlices('zh-CN');
    const other = { ...show, show: show.show === null ? null : { ...show.show, id: 8 } };
    applySnapshot(store, sampleSnapshot({ seq: 1, slices: { show: other } }), SAMPLE_NOW);
    applySnapshot(store, early, SAMPLE_NOW);
    const after = store.state.getState();
    expect(after.metrics).toBeNull();
    expect([after.series, after.marks]).toEqual([[], []]);
    expect([after.alerts.alerts, after.proposals.open]).toEqual([[], []]);
  });
});

describe('applyBatches', () => {
  it('replaces the slices that came and leaves the others as they are', () => {
    const store = createRoomStore();
    applySnapshot(store, sampleSnapshot({ seq: 1 }), SAMPLE_NOW);
    const before = store.state.getState();
    const blocks = { ...sampleSlices('zh-CN').blocks, currentId: 5 };
    applyBatches(store, [sampleBatch({ afterSeq: 1, seq: 2, slices: { blocks } })]);
    const after = store.state.getState();
    expect(after.blocks.currentId).toBe(5);
    expect(after.shelf).toBe(before.shelf);
    expect(after.series).toBe(before.series);
  });

  it('a metrics slice of null means that there are none', () => {
    const store = createRoomStore();
    applySnapshot(store, sampleSnapshot({ seq: 1 }), SAMPLE_NOW);
    applyBatches(store, [sampleBatch({ afterSeq: 1, seq: 2, slices: { metrics: null } })]);
    expect(store.state.getState().metrics).toBeNull();
  });

  it('drops what was drawn for the show before when another one begins', () => {
    const store = createRoomStore();
    applySnapshot(store, sampleSnapshot({ seq: 1 }), SAMPLE_NOW);
    const { show } = sampleSlices('zh-CN');
    const next = { ...show, show: show.show === null ? null : { ...show.show, id: 8 } };
    applyBatches(store, [
      sampleBatch({
        afterSeq: 1,
        seq: 2,
        slices: { show: next },
        events: [sampleChat({ seq: 50_000, name: 'new', text: 'hello' })],
      }),
    ]);
    expect(store.state.getState().series).toEqual([]);
    expect(store.state.getState().marks).toEqual([]);
    expect(store.chat.rows().map((row) => row.text)).toEqual(['hello']);
  });
});
