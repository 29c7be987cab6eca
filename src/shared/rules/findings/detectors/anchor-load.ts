import { BREAK_MIN_MS, REST_DUE_MS } from '../../stage/anchor-load.ts';
import type { FindingFacts, Span } from '../facts.ts';
import { effect, found, line, param, quiet, type Detector } from '../outcome.ts';
import { endOf } from '../spans.ts';

const MINUTE_MS = 60_000;

/**
 * The host was at it for over 45 minutes without a break (mazza92/tiktok-live-assistant): pauses and
 * rests of a minute and more count. It stays on the desk: how somebody's voice did is nobody else's.
 */
export const anchorLoad: Detector = {
  name: 'anchor_load',
  find(facts) {
    const { show } = facts;
    const endTs = endOf(facts);
    if (show.startedTs === null || endTs - show.startedTs < REST_DUE_MS) return quiet('too_short');
    const long = stretchesOf(facts, show.startedTs, endTs)
      .filter(({ fromTs, toTs }) => toTs - fromTs > REST_DUE_MS)
      .toSorted((a, b) => b.toTs - b.fromTs - (a.toTs - a.fromTs));
    const [longest] = long;
    if (longest === undefined) return quiet('nothing_found');
    const over = long.map(({ fromTs, toTs }) => ({ fromTs: fromTs + REST_DUE_MS, toTs }));
    const minutes = Math.round(
      over.reduce((sum, each) => sum + each.toTs - each.fromTs, 0) / MINUTE_MS,
    );
    return found([
      {
        subject: '',
        cause: 'people',
        isGood: false,
        isPrivate: true,
        effect: effect('minutes', -minutes, -minutes),
        stake: { in: 'stretches', spans: over },
        confidence: 'medium',
        sample: long.length,
        evidence: long.slice(0, 3).map((span) =>
          line('atIt', 'span', span.toTs - span.fromTs, {
            against: REST_DUE_MS,
            versus: 'preset',
            span,
          }),
        ),
        params: {
          longest: param.span(longest.toTs - longest.fromTs),
          from: param.time(longest.fromTs),
          times: param.number(long.length),
          limit: param.number(REST_DUE_MS / MINUTE_MS),
        },
        proving: null,
      },
    ]);
  },
};

/** Between the breaks. */
function stretchesOf({ breaks }: FindingFacts, startTs: number, endTs: number): readonly Span[] {
  const real = breaks
    .map(({ fromTs, toTs }) => ({ fromTs, toTs: toTs ?? endTs }))
    .filter(({ fromTs, toTs }) => toTs - fromTs >= BREAK_MIN_MS);
  const edges = [startTs, ...real.flatMap(({ fromTs, toTs }) => [fromTs, toTs]), endTs];
  const spans: Span[] = [];
  for (let at = 0; at + 1 < edges.length; at += 2) {
    spans.push({ fromTs: edges[at] ?? startTs, toTs: edges[at + 1] ?? endTs });
  }
  return spans;
}
