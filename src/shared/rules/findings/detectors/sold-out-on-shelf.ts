import type { FindingFacts, Span } from '../facts.ts';
import { effect, found, line, named, param, proves, quiet, type Detector } from '../outcome.ts';
import { airingsOf, lengthOf } from '../spans.ts';

const MINUTE_MS = 60_000;

/** A product that was said to be sold out and stood on the shelf for a minute and more after that. */
export const soldOutOnShelf: Detector = {
  name: 'sold_out_on_shelf',
  find(facts) {
    const { products, soldOut } = facts;
    if (soldOut.length === 0) return quiet('no_stock_told');
    const drafts = products.flatMap((product) => {
      const spans = soldOutSpans(product.productId, facts);
      const lostMs = lengthOf(spans);
      const [first = null] = spans;
      if (lostMs < MINUTE_MS || first === null) return [];
      const minutes = Math.round(lostMs / MINUTE_MS);
      return [
        {
          subject: String(product.productId),
          cause: 'goods' as const,
          isGood: false,
          effect: effect('minutes', -minutes, -minutes),
          stake: { in: 'stretches' as const, spans },
          confidence: 'high' as const,
          sample: spans.length,
          evidence: spans
            .slice(0, 3)
            .map((span) =>
              line('soldOutFor', 'span', span.toTs - span.fromTs, { span, text: product.name }),
            ),
          productId: product.productId,
          params: {
            ...named(product),
            time: param.span(lostMs),
            from: param.time(first.fromTs),
          },
          proving: proves('paidPerHour', 'up', null, null),
        },
      ];
    });
    return found(drafts.toSorted((a, b) => a.effect.low - b.effect.low));
  },
};

/** From its being sold out to the end of each airing: one that was still on, and those begun after it. */
function soldOutSpans(productId: number, facts: FindingFacts): readonly Span[] {
  const first = facts.soldOut
    .filter((each) => each.productId === productId)
    .reduce((least, { ts }) => Math.min(least, ts), Infinity);
  return airingsOf(facts, productId).flatMap(({ fromTs, toTs }) =>
    toTs > first ? [{ fromTs: Math.max(fromTs, first), toTs }] : [],
  );
}
