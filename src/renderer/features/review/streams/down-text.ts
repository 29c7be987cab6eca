import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';
import { endOf, lengthOf } from '#shared/rules/findings/spans.ts';
import { joinedSpans } from '#shared/rules/streams/joined-spans.ts';

/**
 * How often and how long streams were off air and data is missing, what happened at one time counted
 * once; null where neither did.
 */
export function downText({ t, tn, format }: I18n, review: Review): string | null {
  const outages = review.streams.flatMap((stream) => stream.outages ?? []);
  const streams = joinedSpans(
    outages.map(({ fromTs, toTs }) => ({ fromTs, toTs: toTs ?? endOf(review) })),
  );
  const gaps = joinedSpans(review.gaps);
  const said = [
    ...(streams.length === 0
      ? []
      : [tn('review.down.stream', streams.length, { time: format.span(lengthOf(streams)) })]),
    ...(gaps.length === 0
      ? []
      : [tn('review.down.data', gaps.length, { time: format.span(lengthOf(gaps)) })]),
  ];
  return said.length === 0 ? null : said.join(t('review.down.separator'));
}
