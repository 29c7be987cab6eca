import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  startMachine,
  stepMachine,
  type LinkHappening,
  type LinkMachine,
} from '#core/feeds/supervisor/link-machine.rules.ts';

const happenings = fc.array(
  fc.oneof(
    fc.constant('confirmed' as const),
    fc.constant('ended' as const),
    fc.constant('fatal' as const),
    fc.constant('due' as const),
    fc.record({ stop: fc.constant(true), weight: fc.nat(8) }),
  ),
  { maxLength: 60 },
);

/** Plays happenings a second apart; a stop of weight 0 only, so that most runs live long. */
function play(list: readonly unknown[]) {
  let machine: LinkMachine = startMachine(0);
  let connections = 1;
  let most = 1;
  let openSinceTs: number | null = null;
  const gaps: { readonly fromTs: number; readonly toTs: number }[] = [];
  const outages: number[] = [];
  let heardTs = 0;
  list.forEach((entry, index) => {
    const nowTs = (index + 1) * 1_000;
    const happening = happeningOf(entry, heardTs);
    if (happening === null) return;
    // Only a connection that is there can be confirmed or end.
    const isOfLink = happening.what === 'confirmed' || happening.what === 'ended';
    if (isOfLink && connections === 0) return;
    if (happening.what === 'ended') connections -= 1;
    const [next, action] = stepMachine(machine, happening);
    if (action === 'open') connections += 1;
    if (action === 'close') connections = 0;
    most = Math.max(most, connections);
    if (machine.missingSinceTs === null && next.missingSinceTs !== null) {
      outages.push(next.missingSinceTs);
      openSinceTs = next.missingSinceTs;
    }
    if (action === 'be_ready') {
      heardTs = nowTs;
      if (openSinceTs !== null) gaps.push({ fromTs: openSinceTs, toTs: nowTs });
      openSinceTs = null;
    }
    machine = next;
  });
  if (openSinceTs !== null) gaps.push({ fromTs: openSinceTs, toTs: (list.length + 1) * 1_000 });
  return { machine, most, connections, gaps, outages };
}

function happeningOf(entry: unknown, heardTs: number): LinkHappening | null {
  if (entry === 'confirmed' || entry === 'due') return { what: entry };
  if (entry === 'ended' || entry === 'fatal') {
    return { what: 'ended', isFatal: entry === 'fatal', heardTs };
  }
  const { weight } = entry as { readonly weight: number };
  return weight === 0 ? { what: 'stopped' } : null;
}

describe('a supervised link, whatever happens to it', () => {
  it('has at most one connection, and has one exactly while it opens or is ready', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        const { machine, most, connections } = play(list);
        expect(most).toBe(1);
        const isThere = machine.phase === 'opening' || machine.phase === 'ready';
        expect(connections).toBe(isThere ? 1 : 0);
      }),
    );
  });

  it('every outage is one gap, in order, none within another', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        const { gaps, outages } = play(list);
        expect(gaps.map(({ fromTs }) => fromTs)).toEqual(outages);
        gaps.forEach(({ fromTs, toTs }, index) => {
          expect(toTs).toBeGreaterThanOrEqual(fromTs);
          expect(fromTs).toBeGreaterThanOrEqual(gaps[index - 1]?.toTs ?? 0);
        });
      }),
    );
  });

  it('is ready with nothing missing, and starts over with the shortest wait', () => {
    fc.assert(
      fc.property(happenings, (list) => {
        const { machine } = play(list);
        if (machine.phase !== 'ready') return;
        expect(machine).toMatchObject({ failedAttempts: 0, missingSinceTs: null });
      }),
    );
  });

  it('tries no more once it was stopped or failed for good', () => {
    for (const phase of ['stopped', 'failed'] as const) {
      const machine: LinkMachine = { ...startMachine(0), phase };
      for (const happening of [
        { what: 'confirmed' },
        { what: 'due' },
        { what: 'ended', isFatal: false, heardTs: 5 },
      ] as const) {
        expect(stepMachine(machine, happening)).toEqual([machine, 'nothing']);
      }
    }
  });

  it('that never was is missing since it was wanted, one that was since its last sign of life', () => {
    const ended = { what: 'ended', isFatal: false, heardTs: 700 } as const;
    expect(stepMachine(startMachine(100), ended)[0].missingSinceTs).toBe(100);
    const [ready] = stepMachine(startMachine(100), { what: 'confirmed' });
    expect(stepMachine(ready, ended)[0].missingSinceTs).toBe(700);
  });
});
