import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { downText } from './streams/down-text.ts';
import { platformNameOf } from './use-platform-name.ts';

/** When a show was, how long, from where, and how whole its data is. */
export function reviewFacts(i18n: I18n, review: Review): readonly string[] {
  const { t, format } = i18n;
  const { show, totals, platforms, duties } = review;
  const facts: string[] = [];
  if (show.startedTs === null) {
    facts.push(t('review.noStart'));
  } else {
    facts.push(periodText(i18n, show.startedTs, show.endedTs));
    facts.push(t('review.onAir', { time: format.span(totals.onAirMs) }));
  }
  facts.push(t(`setUp.origin.${show.origin}`));
  const hosts = [...new Set(review.people.hosts.map(({ name }) => name))];
  if (hosts.length > 0) {
    facts.push(t('review.hostNamed', { names: hosts.join(t('common.listSeparator')) }));
  }
  if (duties.length > 0) {
    const names = [...new Set(duties.map(({ name }) => name))].join(t('common.listSeparator'));
    facts.push(t('review.operatorNamed', { names }));
  }
  const named = platforms
    .map((platform) => platformNameOf(i18n, platform))
    .join(t('common.listSeparator'));
  const down = downText(i18n, review);
  if (named !== '')
    facts.push(down === null ? named : t('review.down.on', { platforms: named, down }));
  else if (down !== null) facts.push(down);
  facts.push(t('review.events', { count: format.number(totals.events) }));

  return facts;
}

/** The days of this machine's zone; a show over midnight says both. */
export function periodText(
  { format, language }: I18n,
  startedTs: number,
  endedTs: number | null,
): string {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  const from = `${days.format(startedTs)} ${format.time(startedTs, null)}`;
  if (endedTs === null) return from;
  const to = format.time(endedTs, null);
  const lastDay = days.format(endedTs);
  return lastDay === days.format(startedTs) ? `${from}–${to}` : `${from} – ${lastDay} ${to}`;
}
