import type { z } from 'zod';

import type { Finding } from '#shared/model/finding.ts';

type FindingInput = z.input<typeof Finding>;
type Evidence = FindingInput['evidence'][number];
type Param = FindingInput['params'][string];

const MINUTE_MS = 60_000;
const CNY = 'CNY';
const nothing = { currency: null, against: null, versus: null, n: null, span: null, text: '' };

function line(
  figure: Evidence['figure'],
  unit: Evidence['unit'],
  value: number,
  rest: Partial<Evidence> = {},
): Evidence {
  return { figure, unit, value, ...nothing, ...rest };
}
const number = (value: number): Param => ({ kind: 'number', value });
const share = (value: number): Param => ({ kind: 'share', value });
const money = (minor: number): Param => ({ kind: 'money', minor, currency: CNY });
const text = (said: string): Param => ({ kind: 'text', text: said });

/** Three findings of the sample's show: a product, a push, a gap. */
export function sampleFindings(isZh: boolean, startTs: number): FindingInput[] {
  const blazer = isZh ? '亚麻西装外套 宽松款' : 'Relaxed linen blazer';
  const shirt = isZh ? '亚麻衬衫 立领' : 'Linen shirt, band collar';
  const gap = { fromTs: startTs + 100 * MINUTE_MS, toTs: startTs + 102 * MINUTE_MS };
  const push = { fromTs: startTs + 84 * MINUTE_MS, toTs: startTs + 88 * MINUTE_MS };
  return [
    {
      id: 'slow_product/4',
      detector: 'slow_product',
      cause: 'goods',
      isGood: false,
      effect: { unit: 'money', low: -2_420_000, high: -612_000, currency: CNY },
      confidence: 'high',
      sample: 4,
      weight: 0.18,
      evidence: [
        line('airtime', 'span', 1_100_000, { text: blazer }),
        line('orders', 'count', 26),
        line('paidPerMinute', 'money', 36_731, {
          currency: CNY,
          against: 145_700,
          versus: 'others',
          n: 4,
        }),
        line('airtimeShare', 'share', 0.246),
        line('paidShare', 'share', 0.086),
      ],
      productId: 4,
      cueId: null,
      params: {
        number: number(3),
        name: text(blazer),
        time: { kind: 'span', ms: 1_100_000 },
        orders: number(26),
        share: share(0.252),
        own: money(36_731),
        median: money(145_700),
        sample: number(4),
        airShare: share(0.246),
        paidShare: share(0.086),
        minutes: number(9),
        goal: money(72_850),
      },
      isPrivate: false,
      proving: {
        metric: 'productPaidPerMinute',
        productId: 4,
        cardId: null,
        direction: 'up',
        baseline: 36_731,
        goal: 72_850,
      },
    },
    {
      id: 'push_lift/1',
      detector: 'push_lift',
      cause: 'goods',
      isGood: true,
      effect: { unit: 'orders', low: 50, high: 98, currency: null },
      confidence: 'medium',
      sample: 2,
      weight: 0.03,
      evidence: [
        line('ordersPerMinute', 'count', 18.7, {
          against: 6.3,
          versus: 'before',
          n: 2,
          text: shirt,
          span: push,
        }),
      ],
      productId: 1,
      cueId: null,
      params: {
        number: number(2),
        name: text(shirt),
        sample: number(2),
        what: { kind: 'word', word: 'orders' },
        before: number(6.3),
        after: number(18.7),
      },
      isPrivate: false,
      proving: {
        metric: 'productOrdersLift',
        productId: 1,
        cardId: null,
        direction: 'up',
        baseline: 12.4,
        goal: 12.4,
      },
    },
    {
      id: 'gap/source_lost/twitch',
      detector: 'gap',
      cause: 'place',
      isGood: false,
      effect: { unit: 'minutes', low: -2, high: -2, currency: null },
      confidence: 'high',
      sample: 1,
      weight: 0.001,
      evidence: [line('gap', 'span', 120_000, { n: 1, span: gap, text: 'twitch' })],
      productId: null,
      cueId: null,
      params: {
        sample: number(1),
        time: { kind: 'span', ms: 120_000 },
        cause: { kind: 'gapCause', cause: 'source_lost' },
        source: { kind: 'source', label: 'twitch' },
        from: { kind: 'time', ts: gap.fromTs },
        to: { kind: 'time', ts: gap.toTs },
        advice: { kind: 'word', word: 'gapSource' },
      },
      isPrivate: false,
      proving: {
        metric: 'gapShare',
        productId: null,
        cardId: null,
        direction: 'down',
        baseline: 0.012,
        goal: 0,
      },
    },
  ];
}
