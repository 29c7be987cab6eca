import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { CommandInput } from '#shared/contract/contract.ts';
import { BlockId, ProductId } from '#shared/model/ids.ts';
import { BLANK_BLOCK } from '#shared/rules/run-of-show/blank-block.ts';
import { PlanRig } from '#tests/support/plan-rig.ts';

let rig: PlanRig;

beforeEach(async () => {
  rig = await PlanRig.start();
});
afterEach(() => rig.core.close());

const refused = (code: string, params: object = {}) => ({ ok: false, error: { code, params } });
const plan = async () => {
  const { blocks, loops, terms } = await rig.desk.must('plan.get', {});
  return { blocks: blocks.map(({ position: _position, ...block }) => block), loops, terms };
};
type Edits = CommandInput<'plan.edit'>['edits'];

const SCRIPT = {
  hook: 'One line\nand another',
  look: 'x'.repeat(9_000),
  story: '',
  value: '价值',
  callToAction: '3 号链接',
};

describe('a plan', () => {
  test('holds everything of a block, in the store and read back', async () => {
    const productId = await rig.product('P-1', 1);
    const block = {
      ...BLANK_BLOCK,
      title: 'Hero',
      role: 'hero' as const,
      plannedMs: 90_000,
      productIds: [productId],
      owner: 'Lin',
      script: SCRIPT,
      node: '扣1',
      giveaway: '福袋 ×20',
      fallback: 'Sorry, one moment.',
      rule: 'squeeze' as const,
      group: 'unit',
    };
    await rig.add(block);
    const [stored] = (await plan()).blocks;
    expect(stored).toMatchObject({ ...block, productId });
  });

  test('a script of more than 10,000 characters is refused, and nothing changes', async () => {
    const script = { ...SCRIPT, story: 'y'.repeat(1_000) };
    const edits = [{ op: 'insert' as const, beforeId: null, block: { ...BLANK_BLOCK, script } }];
    expect(await rig.desk.run('plan.edit', { edits })).toMatchObject({ ok: false });
    expect((await plan()).blocks).toEqual([]);
  });

  test('blocks are inserted, moved and removed at their places', async () => {
    const [a, , c] = await rig.add({ title: 'A' }, { title: 'B' }, { title: 'C' });
    if (a === undefined || c === undefined) throw new Error('two of three');
    const { insertedIds } = await rig.edit({
      op: 'insert',
      beforeId: c,
      block: { ...BLANK_BLOCK, title: 'N' },
    });
    expect(rig.titles()).toEqual(['A', 'B', 'N', 'C']);
    await rig.edit({ op: 'move', blockIds: [c, ...insertedIds], beforeId: a });
    expect(rig.titles()).toEqual(['N', 'C', 'A', 'B']);
    await rig.edit({ op: 'move', blockIds: [a], beforeId: null });
    expect(rig.titles()).toEqual(['N', 'C', 'B', 'A']);
    await rig.edit({ op: 'remove', blockIds: [c, a] });
    expect(rig.titles()).toEqual(['N', 'B']);
    expect(rig.slice().blocks.map(({ position }) => position)).toEqual([1, 2]);
  });

  test('all of a change is done or nothing of it', async () => {
    const [a] = await rig.add({ title: 'A' });
    if (a === undefined) throw new Error('no block');
    const before = await plan();
    const gone = BlockId.parse(999);
    const missing = ProductId.parse(77);
    const wrong: [Edits, string, object][] = [
      [[{ op: 'remove', blockIds: [gone] }], 'unknown_block', { blockId: 999 }],
      [[{ op: 'move', blockIds: [a], beforeId: gone }], 'unknown_block', { blockId: 999 }],
      [
        [{ op: 'change', blockId: a, change: { productIds: [missing] } }],
        'unknown_product',
        { productId: 77 },
      ],
    ];
    for (const [edits, code, params] of wrong) {
      const first = { op: 'change' as const, blockId: a, change: { title: 'changed' } };
      const answer = await rig.desk.run('plan.edit', { edits: [first, ...edits] });
      expect(answer).toMatchObject(refused(code, params));
      expect(await plan()).toEqual(before);
    }
  });

  test('what is on air stays; what is ahead can still be changed', async () => {
    const [a, b] = await rig.add({ title: 'A' }, { title: 'B' });
    if (a === undefined || b === undefined) throw new Error('two blocks');
    await rig.desk.must('show.start', {});
    await rig.desk.must('block.next', {});
    const remove = await rig.desk.run('plan.edit', { edits: [{ op: 'remove', blockIds: [a] }] });
    expect(remove).toMatchObject(refused('block_on_air', { title: 'A' }));
    await rig.edit({ op: 'clear' });
    expect(rig.titles()).toEqual(['A']);
    await rig.desk.must('plan.undo', {});
    await rig.core.advance(10);
    expect(rig.titles()).toEqual(['A', 'B']);
    expect(rig.slice().blocks[0]?.startedTs).not.toBeNull();
    await rig.desk.must('show.end', {});
    expect(await rig.desk.run('plan.edit', { edits: [{ op: 'clear' }] })).toMatchObject(
      refused('show_wrong_state', { state: 'ended', action: 'plan.edit' }),
    );
  });
});

test('a replay has all of the plan, and nothing of what became of it', async () => {
  const productId = await rig.product('P-1', 1);
  await rig.add(
    { title: 'A', script: SCRIPT, productIds: [productId], owner: 'Lin', group: 'g' },
    { title: 'B', giveaway: 'x', rule: 'fixed' },
  );
  await rig.edit(
    { op: 'loop', group: 'g', loop: { kind: 'times', times: 3 } },
    { op: 'terms', terms: { endMinute: 60, follow: 'block' } },
  );
  await rig.desk.must('show.start', {});
  await rig.desk.must('block.next', {});
  await rig.desk.must('block.extend', { byMs: 60_000 });
  const { showId } = await rig.desk.must('show.end', {});
  const before = await plan();
  await rig.desk.must('replay.start', { from: { showId }, speed: 1 });
  await rig.core.advance(10);
  const after = await plan();
  const planned = ({ blocks, ...rest }: typeof before) => ({
    ...rest,
    blocks: blocks.map(
      ({ id: _id, startedTs: _s, endedTs: _e, extendedMs: _x, ...block }) => block,
    ),
  });
  expect(planned(after)).toEqual(planned(before));
  expect(after.blocks.every((block) => block.startedTs === null)).toBe(true);
});

describe('undo and redo', () => {
  test('step by step back to nothing and forth again, and a new step ends the way forth', async () => {
    const standings = [await plan()];
    const [a] = await rig.add({ title: 'A', script: SCRIPT });
    if (a === undefined) throw new Error('no block');
    standings.push(await plan());
    await rig.edit({ op: 'change', blockId: a, change: { title: 'A2' } });
    standings.push(await plan());
    await rig.edit({ op: 'remove', blockIds: [a] });
    for (const standing of standings.toReversed()) {
      await rig.desk.must('plan.undo', {});
      expect(await plan()).toEqual(standing);
    }
    expect(await rig.desk.run('plan.undo', {})).toMatchObject(refused('nothing_to_undo'));
    for (const standing of standings.slice(1)) {
      await rig.desk.must('plan.redo', {});
      expect(await plan()).toEqual(standing);
    }
    await rig.desk.must('plan.undo', {});
    await rig.edit({ op: 'terms', terms: { endMinute: 60 } });
    expect(await rig.desk.run('plan.redo', {})).toMatchObject(refused('nothing_to_undo'));
  });

  test('of another show nothing is taken back', async () => {
    await rig.add({ title: 'A' });
    await rig.desk.must('show.leave', {});
    await rig.create('Another');
    expect(await rig.desk.run('plan.undo', {})).toMatchObject(refused('nothing_to_undo'));
    expect(await rig.desk.must('plan.get', {})).toMatchObject({ canUndo: false, blocks: [] });
  });

  test('whatever was done, taking all of it back is the plan of before, and forth of after', async () => {
    const kind = fc.constantFrom('insert', 'change', 'move', 'remove', 'loop', 'terms' as const);
    const step = fc.record({
      kind,
      at: fc.nat(20),
      to: fc.nat(20),
      word: fc.string({ maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const before = await plan();
        let done = 0;
        for (const { kind: op, at, to, word } of steps) {
          const { blocks } = await rig.desk.must('plan.get', {});
          const pick = (index: number) => blocks[index % Math.max(1, blocks.length)]?.id ?? null;
          const edits = editsOf(op, pick(at), pick(to), word);
          if (edits === null) continue;
          await rig.desk.must('plan.edit', { edits });
          done += 1;
        }
        const after = await plan();
        for (let count = 0; count < done; count += 1) await rig.desk.must('plan.undo', {});
        expect(await plan()).toEqual(before);
        for (let count = 0; count < done; count += 1) await rig.desk.must('plan.redo', {});
        expect(await plan()).toEqual(after);
      }),
      { numRuns: 12 },
    );
  });
});

function editsOf(
  op: 'insert' | 'change' | 'move' | 'remove' | 'loop' | 'terms',
  at: BlockId | null,
  to: BlockId | null,
  word: string,
): Edits | null {
  if (op === 'insert') {
    return [{ op, beforeId: to, block: { ...BLANK_BLOCK, title: word, group: word } }];
  }
  if (op === 'terms') return [{ op, terms: { endMinute: word.length * 60 } }];
  if (op === 'loop') {
    return [{ op, group: `g${word}`, loop: { kind: 'times', times: 2 + word.length } }];
  }
  if (at === null) return null;
  if (op === 'change') return [{ op, blockId: at, change: { title: word } }];
  if (op === 'move') return [{ op, blockIds: [at], beforeId: to }];
  return [{ op, blockIds: [at] }];
}
