import { PROVING_METRICS } from '#shared/model/proving-metric.ts';

import type { Held } from './evening-plan.ts';

/** What a review before asked for, each with another figure that is to prove it. */
export async function askBefore({ room }: Held): Promise<void> {
  const { shows } = await room.desk.must('shows.list', {});
  const before = shows.find(({ origin, state }) => origin === 'live' && state === 'ended');
  if (before === undefined) throw new Error('no show before');
  const productId = before.productIds[0] ?? null;
  const proving = [
    ['chatsPerMinute', null, 'up', 9],
    ['ordersPerHour', null, 'up', null],
    ['cueDoneDelay', null, 'down', 4_000],
    ['followRate', null, 'up', 0.01],
    ['productPaidPerMinute', productId, 'up', null],
    ['promisesKeptRate', null, 'up', 0.9],
    ['viewersPeak', null, 'up', 800],
  ] as const;
  for (const [metric, ofProduct, direction, goal] of proving) {
    const figure = { metric, productId: ofProduct, cardId: null, direction, goal };
    await room.desk.must('improvement.put', { ...ITEM, showId: before.id, proving: figure });
  }
  const card = { kind: 'price', text: 'the price again', pinnedSlot: 1, productId: null } as const;
  const { cardId } = await room.desk.must('cue.putCard', { cardId: null, ...card });
  const dueTs = room.nowTs() + 86_400_000;
  const figure = {
    metric: 'cuesDoneRate',
    productId: null,
    cardId,
    direction: 'up',
    goal: 0.9,
  } as const;
  await room.desk.must('improvement.put', { ...ITEM, showId: before.id, dueTs, proving: figure });
  await room.desk.must('improvement.put', { ...ITEM, showId: before.id, proving: null });
}

const ITEM = {
  id: null,
  findingId: null,
  problem: 'too little',
  evidence: '',
  cause: 'people',
  scheme: 'do more',
  owner: 'Lin',
  dueTs: null,
} as const;

/** What the evening's own review asks for. */
export async function askNow({ room, showId, products }: Held): Promise<void> {
  const card = { kind: 'demo', text: 'show the seam', pinnedSlot: 2, productId: null } as const;
  const { cardId } = await room.desk.must('cue.putCard', { cardId: null, ...card });
  const [productId = null] = products;
  const figure = { metric: 'productPaidPerMinute', productId, cardId, direction: 'up' } as const;
  const dueTs = room.nowTs() + 86_400_000;
  const proving = { ...figure, goal: 20_000 };
  await room.desk.must('improvement.put', { ...ITEM, showId, dueTs, proving });
  // One by each figure: what is stored as its baseline is the figure of this show.
  for (const metric of PROVING_METRICS) {
    const isOfProduct = metric.startsWith('product');
    const by = { metric, productId: isOfProduct ? productId : null, cardId: null } as const;
    const upwards = { ...by, direction: 'up', goal: null } as const;
    await room.desk.must('improvement.put', { ...ITEM, showId, proving: upwards });
  }
}
