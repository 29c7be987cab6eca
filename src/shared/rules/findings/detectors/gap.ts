import type { FindingWord } from '../../../model/finding.ts';
import type { Review } from '../../../model/review.ts';
import { effect, found, line, most, param, proves, quiet, type Detector } from '../outcome.ts';

const MINUTE_MS = 60_000;
const LEAST_MS = MINUTE_MS;

/** Where data is missing, by source and cause: a minute or more in all. */
export const gap: Detector = {
  name: 'gap',
  find({ gaps, totals }) {
    if (gaps.length === 0) return quiet('no_gaps');
    const groups = new Map<string, Review['gaps']>();
    for (const each of gaps) {
      const name = `${each.cause}/${each.sourceLabel ?? ''}`;
      groups.set(name, [...(groups.get(name) ?? []), each]);
    }
    const drafts = [...groups].flatMap(([name, group]) => {
      const totalMs = group.reduce((sum, { fromTs, toTs }) => sum + toTs - fromTs, 0);
      const longest = most(group, ({ fromTs, toTs }) => toTs - fromTs);
      if (longest === null || totalMs < LEAST_MS) return [];
      const { cause, sourceLabel, fromTs, toTs } = longest;
      const minutes = totalMs / MINUTE_MS;
      return [
        {
          subject: name.slice(0, 80),
          cause: 'place' as const,
          isGood: false,
          effect: effect('minutes', -minutes, -minutes),
          stake: { in: 'stretches' as const, spans: group },
          confidence: 'high' as const,
          sample: group.length,
          evidence: [
            line('gap', 'span', totalMs, {
              n: group.length,
              span: { fromTs, toTs },
              text: sourceLabel ?? '',
            }),
            ...(longest.lost === null ? [] : [line('lost', 'count', longest.lost)]),
          ],
          params: {
            sample: param.number(group.length),
            time: param.span(totalMs),
            cause: { kind: 'gapCause' as const, cause },
            source: { kind: 'source' as const, label: sourceLabel },
            from: param.time(fromTs),
            to: param.time(toTs),
            advice: param.word(adviceOf(cause)),
          },
          proving: proves(
            'gapShare',
            'down',
            totals.onAirMs === 0 ? null : Math.min(1, totalMs / totals.onAirMs),
            0,
          ),
        },
      ];
    });
    return found(drafts.toSorted((a, b) => a.effect.low - b.effect.low));
  },
};

function adviceOf(cause: string): FindingWord {
  if (cause === 'switched_off') return 'gapOff';
  return cause === 'source_lost' ? 'gapSource' : 'gapDesk';
}
