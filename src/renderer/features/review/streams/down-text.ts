import type { Format } from '#renderer/i18n/format.ts';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';
import { endOf, lengthOf } from '#shared/rules/findings/spans.ts';
import { joinedSpans } from '#shared/rules/streams/joined-spans.ts';

/** What a core that came back left out, and what its sources did right after, is one gap to whoever reads. */
const ONE_GAP_MS = 1_000;

/** How long something was gone: a restarted core is back within a second, which is not no time. */
export function goneText(format: Format, ms: number): string {
  return ms < 1_000 ? format.delay(ms) : format.span(ms);
}

/**
 * How often and how long streams were off air and data is missing, what happened at one time counted
 * once; null where neither did.
 */
export function downText({ t, tn, format }: I18n, review: Review): string | null {
  const outages = review.streams.flatMap((stream) => stream.outages ?? []);
  const streams = joinedSpans(
    outages.map(({ fromTs, toTs }) => ({ fromTs, toTs: toTs ?? endOf(review) })),
  );
  const gaps = joinedSpans(review.gaps, ONE_GAP_MS);
  const said = [
    ...(streams.length === 0
      ? []
      : [tn('review.down.stream', streams.length, { time: goneText(format, lengthOf(streams)) })]),
    ...(gaps.length === 0
      ? []
      : [tn('review.down.data', gaps.length, { time: goneText(format, lengthOf(gaps)) })]),
  ];
  return said.length === 0 ? null : said.join(t('review.down.separator'));
}
