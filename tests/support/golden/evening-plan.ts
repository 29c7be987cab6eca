import type { CueId, ProductId, PushId, ShowId } from '#shared/model/ids.ts';
import { BLANK_BLOCK } from '#shared/rules/run-of-show/blank-block.ts';

import type { ActedRoom } from './acted-room.ts';
import { askBefore } from './evening-items.ts';
import { MINUTE_MS } from './evening-minutes.ts';

/** What later deeds need of earlier ones. */
export type Held = {
  readonly room: ActedRoom;
  readonly showId: ShowId;
  readonly products: readonly ProductId[];
  readonly pushes: PushId[];
  readonly cues: CueId[];
  readonly seqs: Map<string, number>;
};
/** Hosts, run of show, targets, and what earlier reviews asked for. */
export async function planned(held: Held): Promise<void> {
  const { room, showId, products } = held;
  const { desk } = room;
  for (const name of ['安安', 'Bo']) await desk.must('anchor.put', { anchorId: null, name });
  await desk.must('plan.edit', {
    edits: [
      ['Warm up', 'warmup', 5, '', []],
      ['Linen', 'hero', 8, '福袋 for three people', [0]],
      ['Giveaway', 'giveaway', 6, '优惠券', [1]],
      ['Second', 'margin', 9, '', [2]],
      ['Never', 'close', 4, 'red packet', []],
    ].map(([title, role, minutes, giveaway, of]) => ({
      op: 'insert' as const,
      beforeId: null,
      block: {
        ...BLANK_BLOCK,
        title: String(title),
        role: role as typeof BLANK_BLOCK.role,
        plannedMs: Number(minutes) * MINUTE_MS,
        giveaway: String(giveaway),
        script: { ...BLANK_BLOCK.script, hook: 'Look' },
        productIds: (of as number[]).flatMap((place) => products[place] ?? []),
      },
    })),
  });
  await desk.must('targets.set', {
    showId,
    how: 'typed',
    targets: [
      { name: 'paid', value: 900_000 },
      { name: 'ordersPaid', value: 60 },
      { name: 'views', value: 10_000 },
      { name: 'viewersPeak', value: 700 },
      { name: 'follows', value: 25 },
      { name: 'gpm', value: 50_000 },
      { name: 'onAir', value: 40 * 60 },
    ],
  });
  await desk.must('checks.overrule', {
    checks: [{ subject: 'stock', light: 'red', finding: 'stock_unknown', names: [], count: 1 }],
    reason: 'counted by hand',
  });
  await askBefore(held);
  const { ids } = await desk.must('checklist.carry', {});
  const [first] = ids;
  if (first === undefined) throw new Error('nothing was carried');
  await desk.must('checklist.put', { id: first, text: 'done before', state: 'done' });
}
