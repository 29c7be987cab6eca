import BetterSqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { CommandInput, CommandName } from '#shared/contract/contract.ts';
import { GroupId, type ProductId } from '#shared/model/ids.ts';
import { gatheredNumbers } from '#shared/rules/shelf-groups.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';

let rig: CoreRig;
let desk: RigScreen;
let reader: BetterSqlite.Database;

beforeAll(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await desk.must('demo.start', { seed: 7, language: 'en', speed: 1, eventsPerSecond: null });
  await rig.advance(10);
  reader = new BetterSqlite(rig.storePath, { readonly: true });
});
afterAll(async () => {
  reader.close();
  await rig.close();
});

type Row = { productId: number; linkNumber: number; groupId: number | null };

/** Read off the file: what the core believes is another matter. */
function standing(): { items: Row[]; groups: { id: number; name: string; place: number }[] } {
  return {
    items: reader
      .prepare(
        `SELECT product_id AS productId, link_number AS linkNumber, group_id AS groupId
         FROM shelf_items ORDER BY link_number`,
      )
      .all() as Row[],
    groups: reader.prepare('SELECT id, name, place FROM shelf_groups ORDER BY id').all() as {
      id: number;
      name: string;
      place: number;
    }[],
  };
}

/** Numbers that say which group and which products are meant, whatever there is by then. */
const step = fc.record({
  kind: fc.constantFrom('make', 'rename', 'dissolve', 'assign', 'takeOut', 'gather'),
  group: fc.nat(9),
  name: fc.constantFrom('A', 'a', 'B', '福利', '', 'x'.repeat(50)),
  places: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 5 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function run<N extends CommandName>(name: N, input: CommandInput<N>): Promise<boolean> {
  return (await desk.run(name, input)).ok;
}

async function take({ kind, group, name, places }: Step): Promise<boolean> {
  const { items, groups } = standing();
  const groupId = GroupId.parse(groups[group % Math.max(1, groups.length)]?.id ?? 4_711);
  const productIds = places.flatMap((place) => (items[place]?.productId ?? []) as ProductId);
  switch (kind) {
    case 'make':
      return run('shelf.makeGroup', { groupName: name, productIds });
    case 'rename':
      return run('shelf.renameGroup', { groupId, groupName: name });
    case 'dissolve':
      return run('shelf.dissolveGroup', { groupId });
    case 'assign':
      return run('shelf.assignGroup', { groupId, productIds });
    case 'takeOut':
      return run('shelf.assignGroup', { groupId: null, productIds });
    default:
      return run('shelf.gatherGroup', {
        groupId,
        renumbered: gatheredNumbers(items, groupId).length,
      });
  }
}

test('whatever is done: numbers stay a permutation, nothing is lost, and the way back is exact', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const first = standing();
      const seen = [first];
      for (const each of steps) {
        const before = standing();
        const isDone = await take(each);
        const after = standing();
        expect(isDone ? null : after).toEqual(isDone ? null : before);
        expect(after.items.map(({ linkNumber }) => linkNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
        const ids = after.items.map(({ productId }) => productId).toSorted((a, b) => a - b);
        expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
        const order = ({ items }: typeof after): readonly number[] =>
          each.kind === 'gather' ? [] : items.map(({ productId }) => productId);
        expect(order(after)).toEqual(order(before));
        if (JSON.stringify(after) !== JSON.stringify(before)) seen.push(after);
      }
      await rig.advance(1);
      for (const state of seen.toReversed()) {
        expect(standing()).toEqual(state);
        const change = desk.slice('shelf').lastGroupChange;
        // Back at the beginning there is nothing to take back.
        expect(change === null).toBe(state === first);
        if (change !== null) await desk.must('shelf.undoGroups', { changeId: change.changeId });
        await rig.advance(1);
      }
    }),
    { numRuns: 25 },
  );
});
