import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';

import { FindingList } from '../findings/FindingList.tsx';
import { AcceptFinding, Improvements } from '../improvements/Improvements.tsx';
import type { ImprovementsOfReview } from '../improvements/use-improvements.ts';
import { MissingData } from './MissingData.tsx';
import { ReviewSection } from './ReviewSection.tsx';

interface ImprovementSectionProps {
  readonly review: Review;
  readonly improvements: ImprovementsOfReview;
}

/** From problem over evidence and cause to what is done about it next time. */
export function ImprovementSection(props: ImprovementSectionProps): ReactElement {
  const { t } = useI18n();
  const { review } = props;
  return (
    <ReviewSection id="improvements">
      {review.findings.length === 0 && (
        <MissingData what={t('finding.none')} how={t('review.improvement.noneHow')} />
      )}
      <FindingList
        review={review}
        actions={(finding) =>
          finding.isGood ? null : <AcceptFinding {...props} finding={finding} />
        }
      />
      <Improvements {...props} />
    </ReviewSection>
  );
}
