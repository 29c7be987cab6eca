import { describe, expect, it } from 'vitest';

import { reviewOutputs } from '#shared/rules/outputs/review-outputs.ts';
import { findingsOf } from '#shared/rules/findings/findings.ts';
import {
  at,
  cueAt,
  findingShow,
  product,
  push,
  quietMinutes,
} from '#tests/support/finding-show.ts';
import { measuredMinute } from '#tests/support/sample-outputs.ts';

const SHOWS = 40;
const MINUTES = 120;

/** Numbers from 0 to 1, the same for the same seed (Park and Miller, minimal standard). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A count that comes by itself: Poisson, by the normal where it is large. */
function countOf(random: () => number, mean: number): number {
  if (mean > 30) {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + normal * Math.sqrt(mean)));
  }
  let count = 0;
  for (let left = random(); left > Math.exp(-mean); left *= random()) count += 1;
  return count;
}

/** A show of nothing but chance around even rates: whatever is found in it is found wrongly. */
function evenShow(seed: number, online: number) {
  const random = randomOf(seed * 7_919);
  const orders = (minutes: number): number => countOf(random, online * 0.008 * minutes);
  const minutes = quietMinutes(() => {
    const paid = orders(1);
    return {
      viewers: countOf(random, online),
      chats: countOf(random, online * 0.06),
      joins: countOf(random, online * 0.1),
      ordersPaid: paid,
      paidMinor: paid * 9_900,
    };
  }, MINUTES);
  const products = [1, 2, 3, 4].map((id) => {
    const sold = orders(28);
    return product(id, 28, sold * 9_900, sold);
  });
  const pushes = products.map((_, index) =>
    push(index + 1, index + 1, index * 30, { endTs: at(index * 30 + 28) }),
  );
  const cues = Array.from({ length: 14 }, (_, index) => ({
    ...cueAt(index * 8, 2_000, index + 1),
    kind: index % 7 === 0 ? ('giveaway' as const) : ('price' as const),
  }));
  const breaks = [40, 80].map((minute) => ({ fromTs: at(minute), toTs: at(minute + 2) }));
  // Streams that are strained now and then: nobody leaves for that here.
  const outputs = [
    ...reviewOutputs(
      Array.from({ length: MINUTES }, (_, minute) => {
        const strain = { fromTs: at(minute), toTs: at(minute + 0.7), cause: 'network' } as const;
        const isStrained = random() < 0.05;
        const strains = isStrained ? [{ ...strain, level: 'strained' as const }] : [];
        return measuredMinute(at(minute), { strains });
      }),
    ),
  ];
  return findingShow({ minutes, products, pushes, cues, breaks, outputs });
}

describe.each([500, 25])('of even shows with %i people online', (online) => {
  it('no detector is heard in more than one of ten', () => {
    const heard = new Map<string, number>();
    for (let seed = 1; seed <= SHOWS; seed += 1) {
      const { findings } = findingsOf(evenShow(seed, online));
      for (const name of new Set(findings.map(({ detector }) => detector))) {
        heard.set(name, (heard.get(name) ?? 0) + 1);
      }
    }
    expect([...heard].filter(([, shows]) => shows > SHOWS / 10)).toEqual([]);
  });
});
