import type { FindingFacts, Span } from '../facts.ts';
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
import { lengthOf } from '../spans.ts';
import { onlineAt } from '../online.ts';

const MINUTE_MS = 60_000;
const LEAST_MS = 10_000;
const BACK_MINUTES = 15;

/** A platform's stream was off air while the show went on: how long, and when as many were back. */
export const streamDown: Detector = {
  name: 'stream_down',
  find(facts) {
    const { offAir } = facts;
    const groups = new Map<string, Span[]>();
    for (const { platform, fromTs, toTs } of offAir) {
      if (toTs - fromTs < LEAST_MS) continue;
      groups.set(platform, [...(groups.get(platform) ?? []), { fromTs, toTs }]);
    }
    if (groups.size === 0) return quiet('no_stream_told');
    const drafts = [...groups].map(([platform, spans]) => draftOf(facts, platform, spans));
    return found(drafts.toSorted((a, b) => lengthOfDraft(b) - lengthOfDraft(a)));
  },
};

function draftOf(facts: FindingFacts, platform: string, spans: readonly Span[]): Draft {
  const downMs = lengthOf(spans);
  const longest = spans.reduce((most, span) =>
    span.toTs - span.fromTs > most.toTs - most.fromTs ? span : most,
  );
  const before = onlineOf(facts, platform, Math.floor(longest.fromTs / MINUTE_MS) - 1);
  const back = before === null ? null : minutesBack(facts, platform, longest.toTs, before);
  const after = onlineOf(facts, platform, Math.floor(longest.toTs / MINUTE_MS) + 1);
  const lost = before === null ? 0 : Math.max(0, before - (after ?? 0));
  const minutes = downMs / MINUTE_MS;
  return {
    subject: platform,
    cause: 'place',
    isGood: false,
    effect:
      lost > 0
        ? effect(
            'viewers',
            -Math.round(lost + Math.sqrt(lost)),
            -Math.round(Math.max(0, lost - Math.sqrt(lost))),
          )
        : effect('minutes', -minutes, -minutes),
    stake:
      before === null
        ? { in: 'stretches', spans }
        : {
            in: 'viewerMinutes',
            viewerMinutes: before * minutes + (lost * (back ?? BACK_MINUTES)) / 2,
          },
    confidence: 'high',
    sample: spans.length,
    evidence: [
      line('offAir', 'span', downMs, { n: spans.length, span: longest, text: platform }),
      ...(before === null || after === null
        ? []
        : [
            line('viewersAfter', 'count', after, {
              against: before,
              versus: 'before',
              text: platform,
            }),
          ]),
    ],
    params: {
      platform: { kind: 'source', label: platform },
      time: param.span(downMs),
      times: param.number(spans.length),
      from: param.time(longest.fromTs),
      to: param.time(longest.toTs),
      back:
        back === null
          ? param.word(before === null ? 'notKnown' : 'notBack')
          : param.span(back * MINUTE_MS),
    },
    proving: proves('viewersMean', 'up', null, null),
  };
}

/** Minutes until nine of ten were there again; null where that took over a quarter of an hour. */
function minutesBack(
  facts: FindingFacts,
  platform: string,
  toTs: number,
  before: number,
): number | null {
  const first = Math.floor(toTs / MINUTE_MS);
  for (let more = 0; more <= BACK_MINUTES; more += 1) {
    const online = onlineOf(facts, platform, first + more);
    if (online !== null && online >= 0.9 * before) return more;
  }
  return null;
}

function onlineOf({ sources }: FindingFacts, platform: string, minute: number): number | null {
  const told = sources
    .filter((source) => source.platform === platform)
    .flatMap((source) => onlineAt(source, minute) ?? []);
  return told.length === 0 ? null : told.reduce((sum, online) => sum + online, 0);
}

function lengthOfDraft({ evidence }: Draft): number {
  return evidence[0]?.value ?? 0;
}
