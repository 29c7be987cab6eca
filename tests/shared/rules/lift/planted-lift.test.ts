import { expect, test } from 'vitest';

import { liftOf } from '#shared/rules/lift/lift-rows.ts';
import { CROWD_KINDS, crowdRoom } from '../../../support/lift/crowd-shows.ts';
import { NOISY_KINDS, noisyShow } from '../../../support/lift/noisy-shows.ts';
import { addTo, newScore } from '../../../support/lift/score.ts';

test('most of what is planted is found, and little is called found that is not', () => {
  const score = newScore();
  for (const kind of NOISY_KINDS) addTo([score], new Map(), [noisyShow(9, kind)]);
  for (const kind of CROWD_KINDS.slice(0, 2)) addTo([score], new Map(), crowdRoom(13, kind, 2));
  expect(score.planted).toBe(2 * (NOISY_KINDS.length + 2));
  expect(score.caught / score.planted).toBeGreaterThanOrEqual(0.7);
  // Of so few shows a share says little: the benchmark takes hundreds, and a tenth.
  expect(score.wrong / score.called).toBeLessThanOrEqual(0.25);
});

test('of things that do nothing hardly anything is found, whenever they are sent', () => {
  let [tested, found] = [0, 0];
  for (const kind of ['by chance', 'when it falls', 'after an order burst'] as const) {
    for (const seed of [3]) {
      const shows = crowdRoom(seed, kind, 1).map(({ show }) => show);
      // Which act is of which thing is dealt out anew: whatever was planted is no longer of one of them.
      const dealt = shows.map((show) => ({
        ...show,
        acts: show.acts.map((act, i) => ({
          ...act,
          things: [{ kind: 'card' as const, key: `dealt ${i % 4}` }],
        })),
      }));
      const rows = liftOf(dealt).filter(({ probability }) => probability !== null);
      tested += rows.length;
      found += rows.filter(({ state }) => state === 'found').length;
    }
  }
  expect(tested).toBeGreaterThan(50);
  expect(found / tested).toBeLessThan(0.04);
});

test('a cue is not given what the block it is sent in sells', () => {
  const [told, untold] = [newScore(), newScore()];
  for (let seed = 90_000; seed < 90_010; seed += 1) {
    const room = crowdRoom(seed, 'product blocks', 2);
    expect(room[0]?.show.phaseTs.length).toBeGreaterThan(5);
    const bare = room.map((each) => ({ ...each, show: { ...each.show, phaseTs: [] } }));
    addTo([told], new Map(), room);
    addTo([untold], new Map(), bare);
  }
  expect(told.caught).toBeGreaterThanOrEqual(untold.caught - 1);
  expect(told.wrong).toBeLessThan(untold.wrong / 2);
});

test('what a push or a block brings is its own, though it goes on in the block', () => {
  // Each block begins with a push of its product; the second product sells three times as much.
  const [show] = crowdRoom(90_000, 'product blocks', 1).map((each) => each.show);
  if (show === undefined) throw new Error('a room has a show');
  const begins = show.phaseTs.slice(1, -1);
  const acts = begins.map((ts, n) => ({
    id: `act ${n}`,
    ts: ts + 1_000,
    things: [{ kind: 'push' as const, key: n % 2 === 0 ? 'slow' : 'fast' }],
  }));
  const isFast = (minute: number): boolean =>
    begins.findLastIndex((ts) => ts <= minute * 60_000) % 2 === 1;
  const minutes = show.minutes.map((each, i) => ({
    ...each,
    orders: (isFast(each.minute) ? 30 : 10) + (i % 3),
  }));
  const meanOfFast = (phaseTs: readonly number[]): number => {
    const rows = liftOf([{ ...show, acts, minutes, gaps: [], raidTs: [], phaseTs }]);
    const row = rows.find(({ thing, figure }) => thing.key === 'fast' && figure === 'orders');
    expect(row?.state).toBe('found');
    return row?.mean ?? 0;
  };
  const untold = meanOfFast([]);
  expect(untold).toBeGreaterThan(0);
  expect(meanOfFast(show.phaseTs)).toBeGreaterThan(0.85 * untold);
});
