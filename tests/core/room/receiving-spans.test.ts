import fc from 'fast-check';
import { expect, test } from 'vitest';

import { receivingSpans } from '#core/room/receiving-spans.rules.ts';

const link = (sourceId: number, isReady: boolean, ts: number) => ({ sourceId, isReady, ts });

test('a show is received while any of its sources is', () => {
  const changes = [
    link(1, true, 10),
    link(2, true, 20),
    link(1, false, 30),
    link(2, false, 40),
    link(1, false, 45),
    link(1, true, 50),
  ];
  expect(receivingSpans(changes, [], 100)).toEqual([
    { fromTs: 10, toTs: 40 },
    { fromTs: 50, toTs: 100 },
  ]);
});

test('while the core was away nothing was received, whatever its links said last', () => {
  const stops = [{ fromTs: 20, toTs: 30 }];
  expect(receivingSpans([link(1, true, 10)], stops, 100)).toEqual([
    { fromTs: 10, toTs: 20 },
    { fromTs: 30, toTs: 100 },
  ]);
  expect(receivingSpans([link(1, true, 25)], stops, 28)).toEqual([]);
});

test('spans agree with the links at every moment', () => {
  const change = fc.record({
    sourceId: fc.nat({ max: 2 }),
    isReady: fc.boolean(),
    ts: fc.nat({ max: 50 }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), fc.nat({ max: 50 }), (unsorted, at) => {
      const changes = unsorted.toSorted((a, b) => a.ts - b.ts);
      const last = new Map(
        changes.filter(({ ts }) => ts <= at).map(({ sourceId, isReady }) => [sourceId, isReady]),
      );
      const isIn = receivingSpans(changes, [], 60).some(
        ({ fromTs, toTs }) => fromTs <= at && at < toTs,
      );
      expect(isIn).toBe([...last.values()].includes(true));
    }),
  );
});
