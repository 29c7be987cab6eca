import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';
import { endOf } from '../spans.ts';

/** Promises to viewers that were broken, or that nobody had kept when their time was over. */
export const brokenPromises: Detector = {
  name: 'broken_promises',
  find(facts) {
    const promises = facts.promises.filter(({ outcome }) => outcome !== 'withdrawn');
    if (promises.length === 0) return quiet('no_promises');
    const endTs = endOf(facts);
    const broken = promises.filter(
      ({ outcome, dueTs }) =>
        outcome === 'broken' || (outcome === null && dueTs !== null && dueTs <= endTs),
    );
    if (broken.length === 0) return quiet('nothing_found');
    const kept = promises.filter(({ outcome }) => outcome === 'kept').length;
    const spanOf = ({ madeTs, settledTs, dueTs }: (typeof broken)[number]) => ({
      fromTs: madeTs,
      toTs: Math.max(madeTs, Math.min(settledTs ?? dueTs ?? endTs, endTs)),
    });
    return found([
      {
        subject: '',
        cause: 'people',
        isGood: false,
        effect: effect('count', -broken.length, -broken.length),
        stake: { in: 'stretches', spans: broken.map(spanOf) },
        confidence: 'high',
        sample: promises.length,
        evidence: [
          line('promisesKept', 'count', kept, { n: promises.length }),
          ...broken.slice(0, 4).map((each) => {
            const span = spanOf(each);
            return line('promiseBroken', 'span', span.toTs - span.fromTs, {
              span,
              text: each.text === '' ? each.name : each.text,
            });
          }),
        ],
        params: {
          broken: param.number(broken.length),
          promises: param.number(promises.length),
          kept: param.number(kept),
          first: param.time(broken[0]?.madeTs ?? 0),
        },
        proving: proves('promisesKeptRate', 'up', kept / Math.max(1, kept + broken.length), 1),
      },
    ]);
  },
};
