import type { FeedEvent } from '#shared/contract/room-event.ts';
import { chat, follow, gift, join, like, order, person, viewers } from './make-event.ts';

/** A steady stream of numbers from a seed, 0 <= n < 1. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const SENTENCES = [
  '这件外套的面料是什么，夏天穿会不会热，身高一米六二穿多大码合适呢',
  '主播能不能再试一下蓝色那件，刚才没看清楚后面的设计，谢谢主播',
  'does the blue one come in size M and when would it ship to Berlin?',
  '已经拍了两件，什么时候发货呀，之前买的那件质量真的很好推荐大家',
  '1',
  '扣1扣1',
];

/**
 * What a busy commerce room sends: seven of ten are chat, the rest entries, likes, gifts, follows,
 * orders and viewer figures, by 20,000 people, a hundred a second of show time. Another seed is
 * another stretch of it.
 */
export function busyRoom(count: number, startTs: number, seed = 7): FeedEvent[] {
  const next = numbers(seed);
  return Array.from({ length: count }, (_, index) => {
    const at = { key: `7300000000${index}`, ts: startTs + index * 10, platform: 'douyin' };
    const who = Math.floor(next() ** 2 * 20_000);
    const actor = person(`68000000000${who}`, `观众${who}`);
    const pick = next();
    if (pick < 0.7) return chat(at, actor, SENTENCES[Math.floor(next() * SENTENCES.length)] ?? '1');
    if (pick < 0.82) return join(at, actor);
    if (pick < 0.9) return like(at, actor, 1 + Math.floor(next() * 10));
    if (pick < 0.94) {
      const quantity = 1 + Math.floor(next() * 5);
      const value = { unit: 'diamond', quantity: quantity * 10 } as const;
      return gift(at, actor, { count: quantity, value, combo: null });
    }
    if (pick < 0.97) return follow(at, actor);
    if (pick < 0.99) {
      return order(at, next() < 0.8 ? 'paid' : 'placed', {
        productId: `P${Math.floor(next() * 8)}`,
        qty: 1,
        money: { amountMinor: 12_900, currency: 'CNY', exponent: 2 },
      });
    }
    return viewers(at, 1_000 + Math.floor(next() * 500), 50_000 + index);
  });
}
