import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { MissingData } from './MissingData.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/** What viewers asked, complained of and spoke about. */
export function VoiceSection({ review }: { readonly review: Review }): ReactElement {
  const { t } = useI18n();
  return (
    <ReviewSection id="voices">
      {!review.totals.chats.known && (
        <MissingData what={t('review.voice.none')} how={t('review.voice.noneHow')} />
      )}
    </ReviewSection>
  );
}
