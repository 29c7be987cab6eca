import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { BlockId } from '#shared/model/ids.ts';
import { PlanRig } from '#tests/support/plan-rig.ts';

const MINUTE = 60_000;

let rig: PlanRig;
let ids: readonly BlockId[];

beforeEach(async () => {
  rig = await PlanRig.start();
  ids = await rig.add(
    { title: 'A', plannedMs: 10 * MINUTE },
    { title: 'B', plannedMs: 5 * MINUTE },
    { title: 'C', plannedMs: 5 * MINUTE },
  );
});
afterEach(() => rig.core.close());

const idOf = (index: number): BlockId => {
  const id = ids[index];
  if (id === undefined) throw new Error(`no block ${index}`);
  return id;
};
async function goOnAir(): Promise<void> {
  await rig.desk.must('show.start', {});
  await rig.core.advance(10);
}
async function press(name: 'block.next' | 'block.previous', minutesBefore = 0): Promise<void> {
  await rig.core.advance(minutesBefore * MINUTE);
  await rig.desk.must(name, {});
  await rig.core.advance(10);
}
const blockOf = (title: string) => rig.slice().blocks.find((block) => block.title === title);
const refused = (code: string, params: object = {}) => ({ ok: false, error: { code, params } });

describe('next and previous', () => {
  test('one block after the other; after the last there is none, and nothing changes', async () => {
    await goOnAir();
    await press('block.next');
    expect(rig.current()).toBe('A');
    await press('block.next', 12);
    await press('block.next', 5);
    expect(rig.current()).toBe('C');
    expect(await rig.desk.run('block.next', {})).toMatchObject(refused('no_next_block'));
    expect(rig.current()).toBe('C');
    await press('block.previous', 1);
    expect(rig.current()).toBe('B');
  });

  test('planned and actual are facts: what each block came to, in the order of the log', async () => {
    await goOnAir();
    await press('block.next');
    await press('block.next', 12);
    await rig.core.advance(3 * MINUTE);
    await rig.desk.must('show.end', {});
    const ended = rig.facts('block.ended');
    expect(ended).toMatchObject([
      { title: 'A', plannedMs: 10 * MINUTE, extendedMs: 0, heldMs: 0, round: 1, isSkipped: false },
      { title: 'B', plannedMs: 5 * MINUTE, isSkipped: false },
    ]);
    const lasted = ended.map(({ ts, startedTs }) =>
      Math.round((Number(ts) - Number(startedTs)) / MINUTE),
    );
    expect(lasted).toEqual([12, 3]);
  });

  test('the plan as it was at the start is kept, whatever is changed on air', async () => {
    await goOnAir();
    await rig.edit({ op: 'change', blockId: idOf(2), change: { title: 'Z', plannedMs: 0 } });
    const [fixed] = rig.facts('plan.fixed');
    expect(fixed).toMatchObject({
      blocks: [{ title: 'A' }, { title: 'B' }, { title: 'C', plannedMs: 5 * MINUTE }],
      endTs: null,
    });
    expect(rig.titles()).toEqual(['A', 'B', 'Z']);
  });

  test('before the show is on air none of it works, and each says so', async () => {
    const state = { state: 'planned' };
    for (const command of ['block.next', 'block.previous'] as const) {
      expect(await rig.desk.run(command, {})).toMatchObject(
        refused('show_wrong_state', { ...state, action: command }),
      );
    }
    expect(await rig.desk.run('block.extend', { byMs: MINUTE })).toMatchObject(
      refused('show_wrong_state', { ...state, action: 'block.extend' }),
    );
    await goOnAir();
    expect(await rig.desk.run('block.hold', { isHeld: true })).toMatchObject(
      refused('no_block_runs'),
    );
  });
});

describe('the clock of the running block', () => {
  beforeEach(async () => {
    await goOnAir();
    await press('block.next');
  });

  test('is extended, and never below nothing', async () => {
    const extend = async (minutes: number) => {
      const { extendedMs } = await rig.desk.must('block.extend', { byMs: minutes * MINUTE });
      return extendedMs / MINUTE;
    };
    expect(await extend(5)).toBe(5);
    expect(await extend(1)).toBe(6);
    expect(await extend(-40)).toBe(-10);
    expect(rig.facts('block.extended')).toMatchObject([
      { title: 'A', byMs: 5 * MINUTE, extendedMs: 5 * MINUTE },
      { byMs: MINUTE, extendedMs: 6 * MINUTE },
      { byMs: -40 * MINUTE, extendedMs: -10 * MINUTE },
    ]);
  });

  test('stands while it is held, over a restart of the room too', async () => {
    await rig.desk.must('block.hold', { isHeld: true });
    await rig.core.advance(4 * MINUTE);
    expect(blockOf('A')?.heldSinceTs).not.toBeNull();
    await rig.desk.must('block.hold', { isHeld: true });
    await rig.desk.must('block.hold', { isHeld: false });
    await rig.core.advance(2 * MINUTE);
    expect(blockOf('A')).toMatchObject({ heldSinceTs: null });
    expect(blockOf('A')?.heldMs).toBe(4 * MINUTE);
    expect(rig.facts('block.held')).toMatchObject([{ isHeld: true }, { isHeld: false }]);
  });

  test('a hold that goes on when the block ends is in what it came to', async () => {
    await rig.desk.must('block.hold', { isHeld: true });
    await press('block.next', 3);
    const [ended] = rig.facts('block.ended');
    expect(Number(ended?.heldMs) / MINUTE).toBeCloseTo(3, 1);
    expect(blockOf('A')).toMatchObject({ heldSinceTs: null });
  });
});

describe('skip', () => {
  test('one ahead is passed over, and back again', async () => {
    await goOnAir();
    await press('block.next');
    await rig.desk.must('block.skip', { blockId: idOf(1), isSkipped: true });
    await rig.core.advance(10);
    expect(blockOf('B')?.skippedTs).not.toBeNull();
    await rig.desk.must('block.skip', { blockId: idOf(1), isSkipped: false });
    await rig.desk.must('block.skip', { blockId: idOf(1), isSkipped: true });
    await press('block.next');
    expect(rig.current()).toBe('C');
    expect(rig.facts('block.skipped').map(({ isSkipped }) => isSkipped)).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('the running one is broken off and the next begins; one that is over stays', async () => {
    await goOnAir();
    await press('block.next');
    await rig.desk.must('block.skip', { blockId: idOf(0), isSkipped: true });
    await rig.core.advance(10);
    expect(rig.current()).toBe('B');
    expect(rig.facts('block.ended')).toMatchObject([{ title: 'A', isSkipped: true }]);
    expect(await rig.desk.run('block.skip', { blockId: idOf(0), isSkipped: true })).toMatchObject(
      refused('block_on_air', { title: 'A' }),
    );
  });
});

test('a loop goes round in the plan and in the log, and what was skipped comes with the next round', async () => {
  await rig.edit(
    { op: 'change', blockId: idOf(0), change: { group: 'unit' } },
    { op: 'change', blockId: idOf(1), change: { group: 'unit' } },
    { op: 'loop', group: 'unit', loop: { kind: 'times', times: 2 } },
  );
  await goOnAir();
  await press('block.next');
  await rig.desk.must('block.skip', { blockId: idOf(1), isSkipped: true });
  for (const _ of [1, 2, 3]) await press('block.next', 1);
  const started = rig.facts('block.started').map(({ title, round }) => [title, round]);
  expect(started).toEqual([
    ['A', 1],
    ['A', 2],
    ['B', 2],
    ['C', 1],
  ]);
});

test('a time of day is told as a time of the show, in the time zone of the room', async () => {
  await rig.edit({ op: 'terms', terms: { endMinute: 22 * 60 } });
  const { endTs, terms } = rig.slice();
  expect(terms.endMinute).toBe(1_320);
  const now = rig.core.ports.clock.wallNow();
  expect(endTs).toBeGreaterThan(now);
  expect((endTs ?? 0) - now).toBeLessThanOrEqual(24 * 60 * MINUTE);
  expect((endTs ?? 0) % MINUTE).toBe(0);
});

describe('block and shelf', () => {
  beforeEach(async () => {
    const first = await rig.product('P-1', 1);
    const second = await rig.product('P-2', 2);
    await rig.edit(
      { op: 'change', blockId: idOf(1), change: { productIds: [first, second] } },
      { op: 'change', blockId: idOf(2), change: { productIds: [second] } },
    );
  });
  const follow = (how: 'off' | 'shelf' | 'block') =>
    rig.edit({ op: 'terms', terms: { follow: how } });
  async function pin(linkNumber: number): Promise<void> {
    const armed = await rig.desk.must('shelf.arm', { linkNumber });
    await rig.desk.must('shelf.go', { productId: armed.productId });
    await rig.core.advance(10);
  }
  const armed = (): number | null => rig.desk.slice('shelf').armed?.linkNumber ?? null;

  test('neither moves the other unless that was chosen', async () => {
    await goOnAir();
    await press('block.next');
    await pin(2);
    expect(rig.current()).toBe('A');
    await press('block.next');
    expect(armed()).toBeNull();
  });

  test('a pin starts the next block of its product, and stays in one that is about it', async () => {
    await follow('shelf');
    await goOnAir();
    await press('block.next');
    await pin(1);
    expect(rig.current()).toBe('B');
    await pin(2);
    expect(rig.current()).toBe('B');
    expect(rig.facts('block.started').at(-1)).toMatchObject({ title: 'B', by: 'shelf' });
  });

  test('a block arms its first product and never fires it', async () => {
    await follow('block');
    await goOnAir();
    await press('block.next');
    expect(armed()).toBeNull();
    await press('block.next');
    expect(armed()).toBe(1);
    expect(rig.desk.slice('shelf').current).toBeNull();
    expect(rig.facts('shelf.pushed')).toEqual([]);
  });

  test('one that is on already is not armed again', async () => {
    await follow('block');
    await goOnAir();
    await press('block.next');
    await pin(1);
    await press('block.next');
    expect(armed()).toBeNull();
  });
});

test('screens get the scripts of the current and the next block alone', async () => {
  const script = (hook: string) => ({ hook, look: '', story: '', value: '', callToAction: '' });
  await rig.edit(
    ...ids.map((blockId, index) => {
      return { op: 'change' as const, blockId, change: { script: script(`say ${index}`) } };
    }),
  );
  const anchor = rig.core.screen('anchor');
  const hooks = (): (string | null)[] =>
    anchor.slice('blocks').blocks.map((block) => block.script?.hook ?? null);
  expect(hooks()).toEqual(['say 0', null, null]);
  await goOnAir();
  await press('block.next');
  await press('block.next');
  expect(hooks()).toEqual([null, 'say 1', 'say 2']);
});
