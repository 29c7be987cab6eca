import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { GroupId, type ProductId } from '#shared/model/ids.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await desk.must('demo.start', { seed: 7, language: 'zh-CN', speed: 1, eventsPerSecond: null });
  await rig.advance(10);
});
afterEach(() => rig.close());

function stored(query: string): unknown[] {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  try {
    return db.prepare(query).raw().all();
  } finally {
    db.close();
  }
}
/** All that groups are, read off the file. */
const standing = (): unknown[] => [
  stored('SELECT id, show_id, name, place FROM shelf_groups ORDER BY id'),
  stored('SELECT show_id, product_id, link_number, group_id FROM shelf_items ORDER BY 1, 2'),
];

const idOf = (linkNumber: number): ProductId => {
  const item = desk.slice('shelf').items.find((each) => each.linkNumber === linkNumber);
  if (item === undefined) throw new Error(`no link ${linkNumber}`);
  return item.productId;
};
const numbersOf = (groupId: number): number[] =>
  desk.slice('shelf').items.flatMap((item) => (item.groupId === groupId ? [item.linkNumber] : []));
const refusal = (code: string, params: object = {}) => ({ ok: false, error: { code, params } });

async function make(groupName: string, numbers: readonly number[]): Promise<GroupId> {
  const productIds = numbers.map(idOf);
  const { groupId } = await desk.must('shelf.makeGroup', { groupName, productIds });
  await rig.advance(10);
  return groupId;
}
async function undo(): Promise<void> {
  const { lastGroupChange } = desk.slice('shelf');
  if (lastGroupChange === null) throw new Error('nothing can be undone');
  await desk.must('shelf.undoGroups', { changeId: lastGroupChange.changeId });
  await rig.advance(10);
}

describe('a group', () => {
  it('is a name on products: no link number changes, and none is in two', async () => {
    const before = stored('SELECT product_id, link_number FROM shelf_items ORDER BY 1');
    const first = await make(' 福利款 ', [7, 1, 4]);
    const second = await make('主推', [4, 5]);
    expect(desk.slice('shelf').groups).toEqual([
      { id: first, name: '福利款' },
      { id: second, name: '主推' },
    ]);
    expect(numbersOf(first)).toEqual([1, 7]);
    expect(numbersOf(second)).toEqual([4, 5]);
    expect(stored('SELECT product_id, link_number FROM shelf_items ORDER BY 1')).toEqual(before);
    expect(desk.slice('shelf').lastGroupChange).toMatchObject({
      kind: 'made',
      name: '主推',
      count: 2,
      renumbered: [],
    });
  });

  it('takes several products and gives them back, is renamed and dissolved', async () => {
    const groupId = await make('福利', [1]);
    await desk.must('shelf.assignGroup', { groupId, productIds: [idOf(2), idOf(6)] });
    await desk.must('shelf.renameGroup', { groupId, groupName: '开场福利' });
    await rig.advance(10);
    expect(numbersOf(groupId)).toEqual([1, 2, 6]);
    expect(desk.slice('shelf').groups).toEqual([{ id: groupId, name: '开场福利' }]);
    await desk.must('shelf.assignGroup', { groupId: null, productIds: [idOf(1), idOf(2)] });
    await rig.advance(10);
    expect(numbersOf(groupId)).toEqual([6]);
    await desk.must('shelf.dissolveGroup', { groupId });
    await rig.advance(10);
    expect(desk.slice('shelf').groups).toEqual([]);
    expect(numbersOf(groupId)).toEqual([]);
    expect(desk.slice('shelf').items).toHaveLength(8);
  });

  it('stays when its last product leaves the shelf, and after a restart', async () => {
    const groupId = await make('福利', [8]);
    await desk.must('shelf.removeProduct', { productId: idOf(8) });
    await rig.advance(10);
    expect(desk.slice('shelf').groups).toEqual([{ id: groupId, name: '福利' }]);
    expect(desk.slice('shelf').lastGroupChange).toBeNull();
  });

  it('is told to no product that comes back to the shelf', async () => {
    const groupId = await make('福利', [8]);
    const item = desk.slice('shelf').items.find(({ linkNumber }) => linkNumber === 8);
    if (item === undefined) throw new Error('no link 8');
    await desk.must('shelf.removeProduct', { productId: item.productId });
    const db = new BetterSqlite(rig.storePath, { readonly: true });
    const fields = JSON.parse(
      String(db.prepare('SELECT fields FROM products WHERE id = ?').pluck().get(item.productId)),
    );
    db.close();
    await desk.must('shelf.putProduct', { fields, linkNumber: null });
    await rig.advance(10);
    expect(numbersOf(groupId)).toEqual([]);
  });
});

describe('gathering', () => {
  it('moves its products together, tells every number that changed, and back', async () => {
    const groupId = await make('福利', [1, 4, 7]);
    const before = standing();
    await desk.must('shelf.gatherGroup', { groupId, renumbered: 6 });
    await rig.advance(10);
    expect(numbersOf(groupId)).toEqual([1, 2, 3]);
    expect(desk.slice('shelf').lastGroupChange).toMatchObject({
      kind: 'gathered',
      count: 3,
      renumbered: [
        { from: 4, to: 2 },
        { from: 7, to: 3 },
        { from: 2, to: 4 },
        { from: 3, to: 5 },
        { from: 5, to: 6 },
        { from: 6, to: 7 },
      ],
    });
    const numbers = desk.slice('shelf').items.map(({ linkNumber }) => linkNumber);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await undo();
    expect(standing()).toEqual(before);
  });

  it('is refused where other numbers would change than were shown', async () => {
    const groupId = await make('福利', [1, 4]);
    const other = rig.screen('desk');
    const order = [4, 1, 2, 3, 5, 6, 7, 8].map(idOf);
    await other.must('shelf.reorder', { productIds: order });
    await rig.advance(10);
    const before = standing();
    const asked = await desk.run('shelf.gatherGroup', { groupId, renumbered: 3 });
    expect(asked).toEqual(refusal('shelf_changed'));
    expect(standing()).toEqual(before);
  });
});

describe('the way back', () => {
  it('leads through every step to where it began, exactly', async () => {
    const steps = [standing()];
    const note = () => steps.push(standing());
    const first = await make('甲', [1, 3, 5]);
    note();
    const second = await make('乙', [3, 4]);
    note();
    await desk.must('shelf.gatherGroup', { groupId: first, renumbered: 4 });
    await rig.advance(10);
    note();
    await desk.must('shelf.renameGroup', { groupId: second, groupName: '丙' });
    await rig.advance(10);
    note();
    await desk.must('shelf.assignGroup', { groupId: null, productIds: [idOf(1)] });
    await rig.advance(10);
    note();
    await desk.must('shelf.dissolveGroup', { groupId: second });
    await rig.advance(10);
    for (const step of steps.toReversed()) {
      await undo();
      expect(standing()).toEqual(step);
    }
    expect(desk.slice('shelf').lastGroupChange).toBeNull();
    expect(steps).toHaveLength(6);
  });

  it('an id is never given again, so that an old word meets no other group', async () => {
    const first = await make('甲', [1]);
    await desk.must('shelf.dissolveGroup', { groupId: first });
    expect(await make('乙', [1])).not.toBe(first);
    expect(await desk.run('shelf.renameGroup', { groupId: first, groupName: '丁' })).toEqual(
      refusal('unknown_group'),
    );
  });

  it('is there no more when the shelf was changed, a product pushed or another show begun', async () => {
    await make('甲', [1, 4]);
    const change = desk.slice('shelf').lastGroupChange;
    if (change === null) throw new Error('a change was made');
    const { productId } = await desk.must('shelf.arm', { linkNumber: 2 });
    await desk.must('shelf.go', { productId });
    await rig.advance(10);
    expect(desk.slice('shelf').lastGroupChange).toBeNull();
    const before = standing();
    expect(await desk.run('shelf.undoGroups', { changeId: change.changeId })).toEqual(
      refusal('shelf_changed'),
    );
    expect(standing()).toEqual(before);
    await make('乙', [2]);
    await desk.must('shelf.reorder', { productIds: [2, 1, 3, 4, 5, 6, 7, 8].map(idOf) });
    await rig.advance(10);
    expect(desk.slice('shelf').lastGroupChange).toBeNull();
    await desk.must('show.end', {});
    await desk.must('show.leave', {});
    expect(await desk.run('shelf.undoGroups', { changeId: change.changeId })).toEqual(
      refusal('nothing_to_undo'),
    );
  });

  it('nothing that changed nothing takes its place', async () => {
    const groupId = await make('甲', [1]);
    const change = desk.slice('shelf').lastGroupChange;
    await desk.must('shelf.assignGroup', { groupId, productIds: [idOf(1)] });
    await desk.must('shelf.renameGroup', { groupId, groupName: ' 甲 ' });
    await desk.must('shelf.gatherGroup', { groupId, renumbered: 0 });
    await rig.advance(10);
    expect(desk.slice('shelf').lastGroupChange).toEqual(change);
  });
});

describe('refused, and nothing changes', () => {
  it.each([
    ['', 'text_missing', { what: 'groupName' }],
    [' \u200e ', 'text_missing', { what: 'groupName' }],
    ['福'.repeat(1_000), 'text_too_long', { what: 'groupName', max: 40, given: 1_000 }],
    ['福利 ａ', 'group_exists', { name: '福利 A' }],
  ])('a name such as %j', async (groupName, code, params) => {
    await make('福利 A', [1]);
    const groupId = await make('主推', [2]);
    const before = standing();
    expect(await desk.run('shelf.makeGroup', { groupName, productIds: [idOf(3)] })).toEqual(
      refusal(code, params),
    );
    expect(await desk.run('shelf.renameGroup', { groupId, groupName })).toEqual(
      refusal(code, params),
    );
    expect(standing()).toEqual(before);
  });

  it('a group that is not there, or of another show', async () => {
    const groupId = await make('福利', [1, 4]);
    await desk.must('show.end', {});
    await desk.must('show.leave', {});
    await desk.must('demo.start', { seed: 8, language: 'zh-CN', speed: 1, eventsPerSecond: null });
    await rig.advance(10);
    expect(desk.slice('shelf').groups).toEqual([]);
    const before = standing();
    for (const unknown of [groupId, GroupId.parse(4_711)]) {
      const productIds = [idOf(1)];
      const refusals = [
        await desk.run('shelf.renameGroup', { groupId: unknown, groupName: '新' }),
        await desk.run('shelf.dissolveGroup', { groupId: unknown }),
        await desk.run('shelf.assignGroup', { groupId: unknown, productIds }),
        await desk.run('shelf.gatherGroup', { groupId: unknown, renumbered: 2 }),
      ];
      expect(refusals).toEqual(refusals.map(() => refusal('unknown_group')));
    }
    expect(standing()).toEqual(before);
  });

  it('products that are not on this shelf, and groups without a show', async () => {
    const groupId = await make('福利', [1]);
    const before = standing();
    const stranger = 4_711 as ProductId;
    const productIds = [idOf(2), stranger];
    const unknown = refusal('unknown_product', { productId: stranger });
    expect(await desk.run('shelf.makeGroup', { groupName: '新', productIds })).toEqual(unknown);
    expect(await desk.run('shelf.assignGroup', { groupId, productIds })).toEqual(unknown);
    expect(await desk.run('shelf.assignGroup', { groupId: null, productIds })).toEqual(unknown);
    await desk.must('show.end', {});
    const two = [idOf(2)];
    expect(await desk.run('shelf.makeGroup', { groupName: '新', productIds: two })).toEqual(
      refusal('show_not_running'),
    );
    expect(standing()).toEqual(before);
  });

  it('the second of two desks that make the same group, and more than there may be', async () => {
    const other = rig.screen('desk');
    const productIds = [idOf(1)];
    const [first, second] = await Promise.all([
      desk.run('shelf.makeGroup', { groupName: '福利', productIds }),
      other.run('shelf.makeGroup', { groupName: '福利', productIds }),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toEqual(refusal('group_exists', { name: '福利' }));
    for (let n = 2; n <= 100; n += 1) {
      await desk.must('shelf.makeGroup', { groupName: `组 ${n}`, productIds });
    }
    expect(await desk.run('shelf.makeGroup', { groupName: '再来', productIds })).toEqual(
      refusal('too_many', { what: 'groups', max: 100, given: 101 }),
    );
    expect(stored('SELECT count(*) FROM shelf_groups')).toEqual([[100]]);
  });
});

it('a replay of the show has its groups, and none of its own show are touched', async () => {
  const groupId = await make('福利', [1, 4]);
  await make('空', [2]);
  await desk.must('shelf.assignGroup', { groupId: null, productIds: [idOf(2)] });
  const { showId } = await desk.must('show.end', {});
  await desk.must('show.leave', {});
  const original = stored(`SELECT product_id, group_id FROM shelf_items WHERE show_id = ${showId}`);
  await desk.must('replay.start', { from: { showId }, speed: 1 });
  await rig.advance(10);
  const { groups } = desk.slice('shelf');
  expect(groups.map(({ name }) => name)).toEqual(['福利', '空']);
  const [copy] = groups;
  if (copy === undefined) throw new Error('the replay has groups');
  expect(copy.id).not.toBe(groupId);
  expect(numbersOf(copy.id)).toEqual([1, 4]);
  expect(stored(`SELECT product_id, group_id FROM shelf_items WHERE show_id = ${showId}`)).toEqual(
    original,
  );
});

it('is there still after a restart; the way back is not', async () => {
  const folder = rig.dataFolder;
  const groupId = await make('福利', [1, 4]);
  const before = standing();
  // The folder must outlive this rig: it is the next one's.
  await rig.core.close();
  rig = await startRig(folder);
  desk = rig.screen('desk');
  expect(standing()).toEqual(before);
  expect(numbersOf(groupId)).toEqual([1, 4]);
  expect(desk.slice('shelf').lastGroupChange).toBeNull();
});
