import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { StoredPush } from '#core/shelf/shelf.queries.ts';
import { airtimeMs, pushDelay } from '#core/shelf/shelf.rules.ts';
import { ProductId, PushId } from '#shared/model/ids.ts';
import { PUSH_TARGETS, TargetAnswer, type PushTarget } from '#shared/model/product.ts';

let serial = 0;

function push(
  delays: Partial<Record<PushTarget, number>>,
  patch: Partial<StoredPush> = {},
): StoredPush {
  serial += 1;
  const targets = PUSH_TARGETS.flatMap((target): StoredPush['targets'] => {
    const delayMs = delays[target];
    return delayMs === undefined
      ? []
      : [TargetAnswer.parse({ target, state: 'ok', reason: null, delayMs })];
  });
  return {
    id: PushId.parse(serial),
    productId: ProductId.parse(1),
    linkNumber: 1,
    goTs: 1_000,
    endTs: null,
    undoUntilTs: 0,
    state: 'on_shelf',
    cueId: null,
    targets,
    ...patch,
  };
}

describe('from GO until a push is seen', () => {
  test('is the slowest screen’s time; what the desk does itself is seen by nobody', () => {
    expect(pushDelay([push({ shelf: 9_000 })])).toBeNull();
    expect(pushDelay([push({ shelf: 2, anchor: 400, overlay: 900 })])).toEqual({
      lastMs: 900,
      p95Ms: 900,
      pushes: 1,
    });
  });

  test('of the show the 95th of a hundred; pushes that were undone are none', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => push({ anchor: (100 - at) * 10 }));
    expect(pushDelay([...hundred, push({ anchor: 5 }, { state: 'undone' })])).toEqual({
      lastMs: 10,
      p95Ms: 950,
      pushes: 100,
    });
  });
});

test('time on the shelf is never below zero, whatever the clocks did', () => {
  const ts = fc.nat({ max: 10_000 });
  const pushes = fc.array(
    fc.record({ goTs: ts, endTs: fc.option(ts, { nil: null }) }).map((of) => push({}, of)),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(pushes, ts, (held, nowTs) => {
      expect(airtimeMs(held, 1, nowTs)).toBeGreaterThanOrEqual(0);
    }),
  );
});
