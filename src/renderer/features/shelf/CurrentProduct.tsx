import type { ReactElement } from 'react';

import type { Push, ShelfItem } from '#shared/model/product.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useIsReading, useMetrics } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { ProductPicture } from '#renderer/ui/ProductPicture.tsx';

import styles from './CurrentProduct.module.css';
import { PriceLadder } from './PriceLadder.tsx';
import { useStockText } from './use-stock-text.ts';

interface CurrentProductProps {
  /** The push on the shelf now; null when nothing is. */
  readonly push: Push | null;
  readonly item: ShelfItem | null;
  /** There is something to put there. */
  readonly hasProducts: boolean;
}

/** The product on the shelf now, in a place of its own: the list below it never moves. */
export function CurrentProduct({ push, item, hasProducts }: CurrentProductProps): ReactElement {
  const { t } = useI18n();
  const isOn = push !== null && item !== null;
  return (
    <section
      className={classNames(styles.current, isOn && styles.isOn)}
      aria-label={t('shelf.current')}
    >
      {isOn ? (
        <OnShelf push={push} item={item} />
      ) : (
        <p className={styles.none}>
          {t('shelf.currentNone')}
          {hasProducts && (
            <>
              <br />
              {t('shelf.currentNoneHint')}
            </>
          )}
        </p>
      )}
    </section>
  );
}

function OnShelf({ push, item }: { readonly push: Push; readonly item: ShelfItem }): ReactElement {
  const { t, format } = useI18n();
  const perform = usePerform();
  const stock = useStockText(item);
  const showNow = useShowNow(1000);
  const sold = useSoldText(item);
  const offer = [stock.text, item.benefit].filter(Boolean).join(t('common.separator'));
  return (
    <>
      <div className={styles.picture}>
        <ProductPicture colors={item.swatch} imageId={item.imageId} size="small" />
      </div>
      <div className={styles.name} title={item.name}>
        <span className={styles.number}>{item.linkNumber}</span>
        {item.name}
      </div>
      <div className={styles.clock}>
        <VisuallyHidden>{t('shelf.current')} </VisuallyHidden>
        {showNow === null ? '' : format.span(Math.max(0, showNow - push.goTs))}
      </div>
      <div className={styles.prices}>
        <PriceLadder product={item} />
      </div>
      <div className={styles.wide} title={offer}>
        {offer}
      </div>
      <div className={styles.facts} title={sold}>
        {sold}
      </div>
      <Button
        tone="quiet"
        className={styles.takeDown}
        onClick={() => perform({ type: 'takeDown' })}
      >
        {t('shelf.takeDown')}
      </Button>
    </>
  );
}

/** What of it was paid for in this show; why not, where no source tells orders. */
function useSoldText(item: ShelfItem): string {
  const { t, tn, format } = useI18n();
  const told = useMetrics()?.ordersPaid;
  const isReading = useIsReading();
  if (isReading) return t('shelf.soldUnknown', { reason: t('metric.reason.reading') });
  if (told?.known === false && item.ordersPaid === 0) {
    return t('shelf.soldUnknown', { reason: t(`metric.reason.${told.reason}`) });
  }
  const paid = format.money(item.paidMinor, item.currency, currencyExponent(item.currency));
  return [
    tn('shelf.orders', item.ordersPaid),
    tn('shelf.units', item.unitsPaid),
    t('shelf.paid', { amount: paid }),
  ].join(t('common.separator'));
}
