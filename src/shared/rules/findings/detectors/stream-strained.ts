import type { OutputCause } from '../../../model/output-health.ts';
import type { FindingWord } from '../../../model/finding.ts';
import type { ReviewOutput } from '../../../model/review-outputs.ts';
import { SIGMAS } from '../../alerts/chance.ts';
import type { Span } from '../facts.ts';
import {
  effect,
  found,
  line,
  param,
  proves,
  quiet,
  type Detector,
  type Draft,
} from '../outcome.ts';
import { strainLosses, type StrainLoss } from '../strain-losses.ts';

const MINUTE_MS = 60_000;
/** People who left are counted for so many minutes after the strain, as a rule. */
const AWAY_MINUTES = 5;
const LONGEST_MINUTES = 15;

const WHY = {
  network: 'strainNetwork',
  rendering: 'strainRendering',
  encoding: 'strainEncoding',
  reconnecting: 'strainReconnecting',
} as const satisfies Record<OutputCause, FindingWord>;
const ADVICE = {
  network: 'strainNetworkAdvice',
  rendering: 'strainRenderingAdvice',
  encoding: 'strainEncodingAdvice',
  reconnecting: 'strainReconnectingAdvice',
} as const satisfies Record<OutputCause, FindingWord>;

/** Viewers left while the stream of an OBS was strained or bad, beyond chance. */
export const streamStrained: Detector = {
  name: 'stream_strained',
  find(facts) {
    const { outputs, minutes } = facts;
    if (outputs.every(({ total }) => total.streamingMs + total.reconnectingMs === 0)) {
      return quiet('no_output_read');
    }
    if (minutes.every(({ viewers }) => viewers === null)) return quiet('no_viewers');
    const drafts = strainLosses(facts).map(draftOf);
    return found(drafts.toSorted((a, b) => a.effect.low - b.effect.low));
  },
};

function draftOf(loss: StrainLoss): Draft {
  const { output, span, strainedMs, cause, before, after, deviation } = loss;
  const lost = before - after;
  const minutes = Math.min(LONGEST_MINUTES, (span.toTs - span.fromTs) / MINUTE_MS + AWAY_MINUTES);
  const dropped = droppedIn(output, span);
  return {
    subject: `${output.outletId}/${span.fromTs}`,
    cause: 'place',
    isGood: false,
    effect: effect(
      'viewers',
      -Math.round(Math.min(before, lost + deviation)),
      -Math.round(Math.max(0, lost - deviation)),
    ),
    stake: { in: 'viewerMinutes', viewerMinutes: lost * minutes },
    confidence: lost >= 2 * SIGMAS * deviation ? 'high' : 'medium',
    sample: 1,
    evidence: [
      line('strained', 'span', strainedMs, { span, text: output.name }),
      ...(dropped === null
        ? []
        : [line('droppedShare', 'share', dropped.share, { n: dropped.frames, span })]),
      line('viewersMean', 'count', after, { against: before, versus: 'before', span }),
    ],
    params: {
      name: param.text(output.name),
      time: param.span(strainedMs),
      from: param.time(span.fromTs),
      to: param.time(span.toTs),
      before: param.number(Math.round(before)),
      after: param.number(Math.round(after)),
      share: param.share(lost / before),
      why: param.word(WHY[cause]),
      advice: param.word(ADVICE[cause]),
    },
    proving: proves('viewersMean', 'up', null, null),
  };
}

/** Of the minutes that it touches; null where no frame of them is known. */
function droppedIn(
  { minutes }: ReviewOutput,
  { fromTs, toTs }: Span,
): { readonly share: number; readonly frames: number } | null {
  let lost = 0;
  let frames = 0;
  for (const { minute, droppedFrames, totalFrames } of minutes) {
    if ((minute + 1) * MINUTE_MS <= fromTs || minute * MINUTE_MS >= toTs) continue;
    lost += droppedFrames ?? 0;
    frames += totalFrames ?? 0;
  }
  return frames === 0 ? null : { share: lost / frames, frames };
}
