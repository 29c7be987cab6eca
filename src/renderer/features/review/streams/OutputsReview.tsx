import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';
import { endOf } from '#shared/rules/findings/spans.ts';

import { ReviewTable } from '../ReviewTable.tsx';
import { MissingData } from '../sections/MissingData.tsx';
import { clockTimes } from '../timeline/clock-time.ts';
import { OutputChart } from './OutputChart.tsx';
import { outputsTable, strainsTable } from './outputs-tables.ts';

/** How the stream of each OBS went out: what it came to, minute by minute, and when it was strained. */
export function OutputsReview({ review }: { readonly review: Review }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { outputs, show } = review;
  if (outputs.length === 0) {
    return <MissingData what={t('review.outputs.none')} how={t('review.outputs.noneHow')} />;
  }
  const toTs = endOf(review);
  const clock = clockTimes(i18n, { fromTs: show.startedTs ?? toTs, toTs });
  return (
    <>
      <ReviewTable {...outputsTable(i18n, review)} />
      {outputs.map((output) => (
        <OutputChart key={output.outletId} output={output} clock={clock} />
      ))}
      {outputs.some(({ strains }) => strains.length > 0) && (
        <ReviewTable {...strainsTable(i18n, review)} />
      )}
    </>
  );
}
