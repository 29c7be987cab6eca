import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  LEAST_SPAN_MS,
  moved,
  showing,
  spanOf,
  zoomed,
  type Range,
} from '#renderer/features/review/timeline/range.ts';
import { keyed, type TimelineState } from '#renderer/features/review/timeline/timeline-keys.ts';
import { zoomOfWheel } from '#renderer/features/review/timeline/wheel.ts';

const HOUR = 3_600_000;
const whole: Range = { fromTs: 10 * HOUR, toTs: 12 * HOUR };
const inside = fc.integer({ min: whole.fromTs, max: whole.toTs });
const steps = fc.array(
  fc.oneof(
    fc.record({
      what: fc.constant('zoom' as const),
      by: fc.double({ min: 0.1, max: 8, noNaN: true }),
      ts: inside,
    }),
    fc.record({
      what: fc.constant('move' as const),
      by: fc.double({ min: -3, max: 3, noNaN: true }),
      ts: inside,
    }),
    fc.record({ what: fc.constant('show' as const), by: fc.constant(0), ts: inside }),
  ),
  { maxLength: 30 },
);

test('whatever is done, what is shown is inside the show and no closer than can be looked', () => {
  fc.assert(
    fc.property(steps, (all) => {
      let range = whole;
      for (const { what, by, ts } of all) {
        if (what === 'zoom') range = zoomed(range, whole, by, ts);
        else if (what === 'move') range = moved(range, whole, by);
        else range = showing(range, whole, ts);
        expect(range.fromTs).toBeGreaterThanOrEqual(whole.fromTs - 0.01);
        expect(range.toTs).toBeLessThanOrEqual(whole.toTs + 0.01);
        expect(spanOf(range)).toBeGreaterThanOrEqual(LEAST_SPAN_MS - 0.01);
      }
    }),
  );
});

test('a moment stays where it is drawn while it is looked at closer', () => {
  const closer = zoomed(whole, whole, 0.5, whole.fromTs + HOUR / 2);
  expect((whole.fromTs + HOUR / 2 - closer.fromTs) / spanOf(closer)).toBeCloseTo(0.25, 9);
});

test('a show of ten seconds is shown whole, and no other way', () => {
  const short = { fromTs: 0, toTs: 4_000 };
  expect(zoomed(short, short, 0.1, 2_000)).toEqual(short);
});

test('a wheel that turns back is where it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_000, max: 2_000 }), (turn) => {
      expect(zoomOfWheel(turn) * zoomOfWheel(-turn)).toBeCloseTo(1, 9);
    }),
  );
});

describe('keys', () => {
  const moments = Array.from({ length: 120 }, (_, at) => whole.fromTs + at * 60_000);
  const view = { whole, moments };
  const first: TimelineState = { range: whole, cursorTs: null, span: null, spanFromTs: null };
  const press = (keys: readonly string[], from = first): TimelineState =>
    keys.reduce((state, key) => {
      const isShifted = key.startsWith('Shift+');
      return keyed(state, view, key.replace('Shift+', ''), isShifted) ?? state;
    }, from);

  test('arrows walk the moments and bring them into sight', () => {
    expect(press(['ArrowRight', 'ArrowRight']).cursorTs).toBe(moments[1]);
    expect(press(['ArrowLeft']).cursorTs).toBe(moments[119]);
    const close = press(['+', '+', '+', '+', 'End']);
    expect(close.cursorTs).toBe(moments[119]);
    expect(close.range.toTs).toBeGreaterThanOrEqual(moments[119] ?? 0);
    expect(spanOf(close.range)).toBeCloseTo(spanOf(whole) / 16, 3);
  });

  test('plus and minus undo each other, 0 shows all', () => {
    expect(press(['ArrowRight', '+', '-']).range).toEqual(whole);
    expect(press(['+', '+', 'Shift+ArrowRight', '0']).range).toEqual(whole);
  });

  test('two presses of Enter choose a span, Escape lets it go', () => {
    const chosen = press(['Home', 'ArrowRight', 'Enter', 'ArrowRight', 'ArrowRight', 'Enter']);
    expect(chosen.span).toEqual({ fromTs: moments[1], toTs: moments[3] });
    expect(press(['Escape'], chosen).span).toBeNull();
    expect(keyed(first, view, 'Escape', false)).toBeNull();
    expect(keyed(first, view, '7', false)).toBeNull();
  });
});
