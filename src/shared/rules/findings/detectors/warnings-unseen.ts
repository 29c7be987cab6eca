import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';
import { endOf } from '../spans.ts';

const MINUTE_MS = 60_000;
/** Our own preset: a platform that warns twice may end the stream. */
const PRESET_MS = MINUTE_MS;

/** Warnings of platforms that nobody at the desk had seen, or only after a minute. */
export const warningsUnseen: Detector = {
  name: 'warnings_unseen',
  find(facts) {
    // One that somebody typed was seen by them.
    const warnings = facts.warnings.filter(({ isTyped }) => !isTyped);
    if (warnings.length === 0) return quiet('no_warnings');
    const endTs = endOf(facts);
    const late = warnings
      .map(({ ts, seenTs, platform, isCut }) => ({
        span: { fromTs: ts, toTs: Math.max(ts, seenTs ?? endTs) },
        platform: platform ?? '',
        isOpen: seenTs === null,
        isCut,
      }))
      .filter(({ span, isOpen }) => isOpen || span.toTs - span.fromTs > PRESET_MS)
      .toSorted((a, b) => b.span.toTs - b.span.fromTs - (a.span.toTs - a.span.fromTs));
    const [longest] = late;
    if (longest === undefined) return quiet('nothing_found');
    const hours = facts.totals.onAirMs / (60 * MINUTE_MS);
    return found([
      {
        subject: '',
        cause: 'place',
        isGood: false,
        effect: effect('count', -late.length, -late.length),
        stake: { in: 'stretches', spans: late.map(({ span }) => span) },
        confidence: 'high',
        sample: warnings.length,
        evidence: late.slice(0, 5).map(({ span, platform, isOpen }) =>
          line(isOpen ? 'warningOpen' : 'warningAfter', 'delay', span.toTs - span.fromTs, {
            against: PRESET_MS,
            versus: 'preset',
            span,
            text: platform,
          }),
        ),
        params: {
          late: param.number(late.length),
          warnings: param.number(warnings.length),
          open: param.number(late.filter(({ isOpen }) => isOpen).length),
          longest: param.span(longest.span.toTs - longest.span.fromTs),
          cuts: param.number(warnings.filter(({ isCut }) => isCut).length),
        },
        proving: proves('warningsPerHour', 'down', hours === 0 ? null : warnings.length / hours, 0),
      },
    ]);
  },
};
