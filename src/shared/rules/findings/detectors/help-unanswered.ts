import { effect, found, line, param, quiet, type Detector } from '../outcome.ts';
import { endOf } from '../spans.ts';

/** Our own preset: the host is on air and waits. */
const PRESET_MS = 60_000;

/** Calls of the host for help that nobody saw to, or only after a minute. */
export const helpUnanswered: Detector = {
  name: 'help_unanswered',
  find(facts) {
    const { helps } = facts;
    if (helps.length === 0) return quiet('no_calls');
    const endTs = endOf(facts);
    const late = helps
      .map(({ askedTs, answeredTs }) => ({
        span: { fromTs: askedTs, toTs: Math.max(askedTs, answeredTs ?? endTs) },
        isOpen: answeredTs === null,
      }))
      .filter(({ span, isOpen }) => isOpen || span.toTs - span.fromTs > PRESET_MS)
      .toSorted((a, b) => b.span.toTs - b.span.fromTs - (a.span.toTs - a.span.fromTs));
    const [longest] = late;
    if (longest === undefined) return quiet('nothing_found');
    return found([
      {
        subject: '',
        cause: 'people',
        isGood: false,
        effect: effect('count', -late.length, -late.length),
        stake: { in: 'stretches', spans: late.map(({ span }) => span) },
        confidence: 'high',
        sample: helps.length,
        evidence: late.slice(0, 4).map(({ span, isOpen }) =>
          line(isOpen ? 'helpOpen' : 'helpAfter', 'delay', span.toTs - span.fromTs, {
            against: PRESET_MS,
            versus: 'preset',
            span,
          }),
        ),
        params: {
          late: param.number(late.length),
          calls: param.number(helps.length),
          open: param.number(late.filter(({ isOpen }) => isOpen).length),
          longest: param.span(longest.span.toTs - longest.span.fromTs),
        },
        proving: null,
      },
    ]);
  },
};
