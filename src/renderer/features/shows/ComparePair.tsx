import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import type { ShowSide } from '#shared/model/show-comparison.ts';
import { SHOW_FIGURES, type ListedFigure } from '#shared/rules/shows/show-figure-list.ts';

import { CurveChart } from './CurveChart.tsx';
import { missingText } from '#renderer/ui/show-figure-text.ts';
import { FigureTable, type FigureRow } from './FigureTable.tsx';
import { ProductPairs } from './ProductPairs.tsx';
import curves from './CurveChart.module.css';
import styles from './ShowsSheet.module.css';

/** Two shows side by side: figures, minutes from the start, products. */
export function ComparePair({
  sides,
}: {
  readonly sides: readonly [ShowSide, ShowSide];
}): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const [own, other] = sides;
  const isOneCurrency = own.show.currency === other.show.currency;
  const leftOut = [...own.leftOut, ...other.leftOut];

  function rowOf(figure: ListedFigure): FigureRow {
    const { key, unit } = figure;
    const isApart = unit === 'money' && !isOneCurrency;
    const value = own.alike?.[key] ?? null;
    const against = other.alike?.[key] ?? null;
    const why = [
      missingText(i18n, own.show, figure, value),
      missingText(i18n, other.show, figure, against),
    ];
    return {
      key,
      label: t(`shows.figure.${key}`),
      unit,
      value,
      // Sums of two currencies are never held against each other.
      against: isApart ? null : against,
      currency: own.show.currency,
      note: isApart
        ? t('shows.compare.otherCurrency', { currency: other.show.currency })
        : [...new Set(why.filter((text) => text !== null))].join(' · '),
    };
  }

  if (own.alike === null || other.alike === null) {
    return <Notice tone="warn">{t('shows.compare.nothingAlike')}</Notice>;
  }
  return (
    <>
      {leftOut.length > 0 && (
        <Notice tone="info">
          {t('shows.compare.leftOut', {
            platforms: leftOut
              .map((platform) => platformName(i18n, platform))
              .join(t('common.listSeparator')),
          })}
        </Notice>
      )}
      <FigureTable
        title={t('shows.compare.figures')}
        own={own.show.title}
        against={other.show.title}
        rows={SHOW_FIGURES.map(rowOf)}
      />
      <section className={styles.section} aria-label={t('shows.compare.curves')}>
        <h3>{t('shows.compare.curves')}</h3>
        <p className={curves.legend}>
          <span className={curves.firstKey}>{own.show.title}</span>
          <span className={curves.secondKey}>{other.show.title}</span>
        </p>
        <div className={curves.charts}>
          <CurveChart sides={sides} of="viewers" />
          <CurveChart sides={sides} of="chats" />
          <CurveChart sides={sides} of="ordersPaid" />
          {isOneCurrency && <CurveChart sides={sides} of="paidMinor" />}
        </div>
      </section>
      <ProductPairs sides={sides} />
    </>
  );
}
