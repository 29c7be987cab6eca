import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { periodText } from '../review-facts.ts';
import { platformNameOf } from '../use-platform-name.ts';

export type BaseFact = {
  readonly label: string;
  readonly text: string;
  /** Nobody noted it: the text says so. */
  readonly isUnknown?: boolean;
};

/** What a show was, line by line; what nobody noted says so. */
export function baseFacts(i18n: I18n, review: Review): readonly BaseFact[] {
  const { t, format } = i18n;
  const { show, totals, platforms, duties, people } = review;
  const list = (names: readonly string[]): string =>
    [...new Set(names)].join(t('common.listSeparator'));
  return [
    {
      label: t('review.base.hours'),
      isUnknown: show.startedTs === null,
      text:
        show.startedTs === null
          ? t('review.noStart')
          : periodText(i18n, show.startedTs, show.endedTs),
    },
    { label: t('review.base.length'), text: format.span(totals.onAirMs) },
    { label: t('review.base.theme'), text: show.title },
    {
      label: t('review.base.hosts'),
      isUnknown: people.hosts.length === 0,
      text:
        people.hosts.length === 0
          ? t('review.base.noHost')
          : people.hosts
              .map(({ name, fromTs }) => `${name} ${format.time(fromTs, null)}`)
              .join(t('common.listSeparator')),
    },
    {
      label: t('review.base.operators'),
      isUnknown: duties.length === 0,
      text: duties.length === 0 ? t('review.base.noDuty') : list(duties.map(({ name }) => name)),
    },
    {
      label: t('review.base.platforms'),
      isUnknown: platforms.length === 0,
      text:
        platforms.length === 0
          ? t('review.base.noPlatform')
          : list(platforms.map((platform) => platformNameOf(i18n, platform))),
    },
    { label: t('review.base.kind'), text: t(`setUp.origin.${show.origin}`) },
  ];
}
