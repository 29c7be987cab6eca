import type { ReactElement } from 'react';

import { enteredText } from '#renderer/i18n/entered-text.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { FigureName } from '#shared/model/entered-figure.ts';
import type { Review } from '#shared/model/review.ts';

import { CommerceTotals } from '../commerce/CommerceTotals.tsx';
import styles from './Facts.module.css';
import { MissingData } from './MissingData.tsx';
import { OpenPanel } from './OpenPanel.tsx';
import { PlatformsTable } from './PlatformsTable.tsx';
import { ReviewSection } from './ReviewSection.tsx';

/** What only the platform's own page tells of where viewers came from. */
const ENTERED: readonly FigureName[] = [
  'impressions',
  'uniqueViewers',
  'entries',
  'paidEntries',
  'adSpend',
];

/** Where viewers came from: the platforms, and what was paid for. */
export function TrafficSection({ review }: { readonly review: Review }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { platforms, entered } = review.audience;
  const isKnown = review.totals.views.known || review.totals.joins.known;
  const told = entered.filter(({ name, sourceId }) => ENTERED.includes(name) && sourceId === null);
  const hasPaid = told.some(({ name }) => name === 'paidEntries' || name === 'adSpend');
  return (
    <ReviewSection id="traffic">
      {platforms.length > 0 && <PlatformsTable platforms={platforms} />}
      {!isKnown && (
        <MissingData
          what={t('review.traffic.none')}
          how={t('review.traffic.noneHow')}
          action={<OpenPanel panel="figures" words="figures.open" />}
        />
      )}
      {told.length > 0 && (
        <dl className={styles.facts}>
          {told.map((figure) => (
            <div key={figure.name}>
              <dt>{t(`input.${figure.name}`)}</dt>
              <dd>{enteredText(i18n, figure)}</dd>
            </div>
          ))}
        </dl>
      )}
      {!hasPaid && (
        <MissingData
          what={t('review.traffic.noPaid')}
          how={t('review.traffic.noPaidHow')}
          action={isKnown ? <OpenPanel panel="figures" words="figures.open" /> : null}
        />
      )}
      <CommerceTotals review={review} />
    </ReviewSection>
  );
}
