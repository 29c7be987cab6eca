import { dispersion } from '../../alerts/chance.ts';
import { median } from '../../median.ts';
import { effect, found, line, most, param, proves, quiet, type Detector } from '../outcome.ts';
import { runsOf, spanOfMinutes, wholeMinutes } from '../spans.ts';

const WINDOW = 5;
const LEAST_MINUTES = 45;
const PEAK = 1.5;
/** The highest of many windows lies some deviations over the median by chance alone. */
const SIGMAS_OF_MANY = 4;
/** Peaks should recur within 15 minutes (518wcb.com/7918); what is told is twice that and more. */
const PRESET_MINUTES = 15;
const LONG_MINUTES = 2 * PRESET_MINUTES;

/**
 * Peaks of orders (of chat, where no source tells orders) that did not come again: the show had one -
 * five minutes with half as many again as its median, beyond chance - and then none for half an hour.
 */
export const noSecondPeak: Detector = {
  name: 'no_second_peak',
  find(facts) {
    const isOrders = facts.totals.ordersPaid.known && facts.totals.ordersPaid.value > 0;
    const whole = wholeMinutes(facts);
    if (whole.length < LEAST_MINUTES) return quiet('too_short');
    const values = whole.map((minute) => (isOrders ? minute.ordersPaid : minute.chats));
    const sums = values.slice(WINDOW - 1).map((_, index) => ({
      minute: whole[index + WINDOW - 1]?.minute ?? 0,
      sum: values.slice(index, index + WINDOW).reduce((total, value) => total + value, 0),
    }));
    const middle = median(sums.map(({ sum }) => sum)) ?? 0;
    const deviation = Math.sqrt(dispersion(values, 1) * Math.max(middle, 1));
    const level = Math.max(PEAK * middle, middle + SIGMAS_OF_MANY * deviation);
    const peaks = runsOf(sums.filter(({ sum }) => sum >= level).map(({ minute }) => minute));
    if (peaks.length === 0 || middle === 0) return quiet('no_peaks');
    const end = whole.at(-1)?.minute ?? 0;
    const waits = peaks.map(({ to }, index) => ({
      from: to + 1,
      to: (peaks[index + 1]?.from ?? end + WINDOW) - WINDOW,
    }));
    const longest = most(waits, ({ from, to }) => to - from);
    if (longest === null) return quiet('nothing_found');
    const minutes = longest.to - longest.from + 1;
    if (minutes < LONG_MINUTES) return quiet('nothing_found');
    const highest = most(sums, ({ sum }) => sum)?.sum ?? 0;
    // What one more peak in it would have brought, at the most.
    const more = Math.round(Math.max(0, highest - middle));
    const span = spanOfMinutes(longest.from, longest.to);
    return found([
      {
        subject: '',
        cause: 'place',
        isGood: false,
        effect: effect(isOrders ? 'orders' : 'chats', -more, 0),
        stake: isOrders ? { in: 'orders', orders: more / 2 } : { in: 'stretches', spans: [span] },
        confidence: 'low',
        sample: peaks.length,
        evidence: [
          line('peakWait', 'span', span.toTs - span.fromTs, {
            against: PRESET_MINUTES * 60_000,
            versus: 'preset',
            span,
          }),
          line('peaks', 'count', peaks.length),
          line(isOrders ? 'peakOrders' : 'peakChats', 'count', highest, {
            against: middle,
            versus: 'rest',
          }),
        ],
        params: {
          minutes: param.number(minutes),
          from: param.time(span.fromTs),
          to: param.time(span.toTs),
          peaks: param.number(peaks.length),
          what: param.word(isOrders ? 'orders' : 'chats'),
          limit: param.number(PRESET_MINUTES),
        },
        proving: isOrders
          ? proves('ordersPerHour', 'up', null, null)
          : proves('chatsPerMinute', 'up', null, null),
      },
    ]);
  },
};
