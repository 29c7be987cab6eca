import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { RoomEvent } from '#shared/contract/room-event.ts';
import { Show } from '#shared/model/show.ts';
import { anchorLoad, atItMs, isRestDue } from '#shared/rules/stage/anchor-load.ts';
import { helpCalls } from '#shared/rules/stage/help-calls.ts';

const START = 1_760_000_000_000;
const MINUTE = 60_000;
const show = (endedTs: number | null): Show =>
  Show.parse({
    id: 1,
    title: 'A',
    origin: 'live',
    state: endedTs === null ? 'on_air' : 'ended',
    startedTs: START,
    endedTs,
    createdTs: START,
    onAirBeforeMs: 0,
    onAirSinceTs: endedTs === null ? START : null,
    currency: 'CNY',
  });

type Body = { readonly kind: string; readonly [field: string]: unknown };
const facts = (...all: readonly (readonly [number, Body])[]): RoomEvent[] =>
  all.map(([minute, body], index) => ({
    seq: index + 1,
    eventTs: START + minute * MINUTE,
    ...body,
  })) as never;
const state = (to: string): Body => ({ kind: 'show.state', state: to, previous: null });

describe('the anchor’s load', () => {
  it('counts a pause and a rest of the voice as breaks, short ones as time off alone', () => {
    const log = facts(
      [0, state('on_air')],
      [20, state('paused')],
      [25, state('on_air')],
      [40, { kind: 'rest.began', screenId: null }],
      [40.5, { kind: 'rest.ended', beganSeq: 4, screenId: null }],
      [50, { kind: 'mood.noted', mood: 2, screenId: 3 }],
    );
    const load = anchorLoad(log, show(null));
    expect(load.breaks).toEqual([{ fromTs: START + 20 * MINUTE, toTs: START + 25 * MINUTE }]);
    expect(load.sinceTs).toBe(START + 25 * MINUTE);
    expect(atItMs(load, show(null), START + 60 * MINUTE)).toBe(54.5 * MINUTE);
    expect(load.moods).toEqual([{ seq: 6, ts: START + 50 * MINUTE, mood: 2 }]);
    expect(isRestDue(load, START + 69 * MINUTE)).toBe(false);
    expect(isRestDue(load, START + 70 * MINUTE)).toBe(true);
  });

  it('sums what was measured of the voice, and says nothing where nothing was', () => {
    const silent = facts([0, state('on_air')]);
    expect(anchorLoad(silent, show(null)).talk).toBeNull();
    const log = facts(
      [0, state('on_air')],
      [1, { kind: 'voice.measured', measuredMs: 60_000, talkedMs: 41_000 }],
      [2, { kind: 'voice.measured', measuredMs: 30_000, talkedMs: 0 }],
    );
    expect(anchorLoad(log, show(null)).talk).toEqual({ measuredMs: 90_000, talkedMs: 41_000 });
  });

  it('stands still while a rest runs, and a rest that nobody ended ends with the show', () => {
    const log = facts([0, state('on_air')], [30, { kind: 'rest.began', screenId: null }]);
    const resting = anchorLoad(log, show(null));
    expect(resting).toMatchObject({ sinceTs: null, restingSeq: 2 });
    expect(atItMs(resting, show(null), START + 44 * MINUTE)).toBe(30 * MINUTE);
    expect(isRestDue(resting, START + 300 * MINUTE)).toBe(false);
    const over = anchorLoad(log, show(START + 60 * MINUTE));
    expect(over.restingSeq).toBeNull();
    expect(atItMs(over, show(START + 60 * MINUTE), START + 90 * MINUTE)).toBe(30 * MINUTE);
  });

  it('knows nothing of a show that has not begun', () => {
    const planned = Show.parse({
      ...show(null),
      state: 'planned',
      startedTs: null,
      onAirSinceTs: null,
    });
    const load = anchorLoad([], planned);
    expect(load.sinceTs).toBeNull();
    expect(atItMs(load, planned, START)).toBeNull();
  });

  it('never counts a minute twice, however pauses and rests lie across each other', () => {
    const minutes = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(fc.array(fc.tuple(minutes, minutes), { maxLength: 8 }), (spans) => {
        const rested = spans.flatMap(([a, b], index) => [
          {
            minute: Math.min(a, b),
            seq: index * 2 + 1,
            body: { kind: 'rest.began', screenId: null },
          },
          {
            minute: Math.max(a, b),
            seq: index * 2 + 2,
            body: { kind: 'rest.ended', beganSeq: index * 2 + 1, screenId: null },
          },
        ]);
        const log = rested.map(({ minute, seq, body }) => ({
          seq,
          eventTs: START + minute * MINUTE,
          ...body,
        })) as never;
        const off = new Set<number>();
        for (const [a, b] of spans) {
          for (let each = Math.min(a, b); each < Math.max(a, b); each += 1) off.add(each);
        }
        const load = anchorLoad(log, show(null));
        expect(load.offMs).toBe(off.size * MINUTE);
        expect(atItMs(load, show(null), START + 400 * MINUTE)).toBe((400 - off.size) * MINUTE);
      }),
    );
  });
});

describe('calls for help', () => {
  it('are one call while the same is asked again, and another after it was answered', () => {
    const ask = (reason: string): Body => ({ kind: 'help.asked', reason, screenId: null });
    const log = facts(
      [1, ask('water')],
      [2, ask('water')],
      [2, ask('tech')],
      [3, { kind: 'help.answered', askedSeq: 1, screenId: null }],
      [4, ask('water')],
    );
    expect(helpCalls(log).map(({ seq, answeredTs }) => [seq, answeredTs === null])).toEqual([
      [1, false],
      [3, true],
      [5, true],
    ]);
  });
});
