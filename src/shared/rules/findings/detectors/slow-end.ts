import { SIGMAS } from '../../alerts/chance.ts';
import { steadyOnline } from '../online.ts';
import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';
import { spanOfMinutes, wholeMinutes } from '../spans.ts';

const LEAST_MINUTES = 60;
/** The end of a show is its last sixth. */
const PART = 1 / 6;
const LEAST_LESS = 0.5;
const LEAST_EXPECTED = 10;

/**
 * A slow end: in the last sixth of the show at most half of the orders came for each viewer-minute
 * that came before, beyond chance (2.5 standard deviations); for each minute where no people online
 * are told. That people leave towards the end alone is no finding.
 */
export const slowEnd: Detector = {
  name: 'slow_end',
  find(facts) {
    if (facts.show.endedTs === null) return quiet('still_running');
    if (!facts.totals.ordersPaid.known || facts.totals.ordersPaid.value === 0)
      return quiet('no_orders');
    const whole = wholeMinutes(facts);
    if (whole.length < LEAST_MINUTES) return quiet('too_short');
    const online = steadyOnline(
      facts.sources,
      whole.map(({ minute }) => minute),
    );
    const hasOnline = online.some((value) => value !== null);
    const rows = whole.flatMap(({ minute, ordersPaid }, index) => {
      const weight = hasOnline ? (online[index] ?? null) : 1;
      return weight === null ? [] : [{ minute, ordersPaid, weight }];
    });
    const split = Math.floor(rows.length * (1 - PART));
    const [before, end] = [sumsOf(rows.slice(0, split)), sumsOf(rows.slice(split))];
    const first = rows[split];
    const last = rows.at(-1);
    if (first === undefined || last === undefined || before.weight === 0)
      return quiet('no_viewers');
    const expected = (before.orders / before.weight) * end.weight;
    const lost = expected - end.orders;
    const deviation = Math.sqrt(expected);
    if (expected < LEAST_EXPECTED || lost < LEAST_LESS * expected || lost < SIGMAS * deviation) {
      return quiet('nothing_found');
    }
    const span = spanOfMinutes(first.minute, last.minute);
    const minutes = last.minute - first.minute + 1;
    return found([
      {
        subject: '',
        cause: 'people',
        isGood: false,
        effect: effect(
          'orders',
          -Math.round(lost + 1.96 * deviation),
          -Math.round(Math.max(0, lost - 1.96 * deviation)),
        ),
        stake: { in: 'orders', orders: lost },
        confidence: lost >= 2 * SIGMAS * deviation ? 'high' : 'medium',
        sample: minutes,
        evidence: [
          line('orders', 'count', end.orders, {
            against: expected,
            versus: 'rest',
            n: minutes,
            span,
          }),
        ],
        params: {
          minutes: param.number(minutes),
          from: param.time(span.fromTs),
          orders: param.number(end.orders),
          expected: param.number(Math.round(expected)),
        },
        proving: proves('ordersPerHour', 'up', null, null),
      },
    ]);
  },
};

function sumsOf(rows: readonly { readonly ordersPaid: number; readonly weight: number }[]) {
  return rows.reduce(
    (sum, { ordersPaid, weight }) => ({
      orders: sum.orders + ordersPaid,
      weight: sum.weight + weight,
    }),
    { orders: 0, weight: 0 },
  );
}
