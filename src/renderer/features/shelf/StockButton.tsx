import type { ReactElement } from 'react';

import type { ShelfItem } from '#shared/model/product.ts';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { classNames } from '#renderer/ui/class-names.ts';

import styles from './StockButton.module.css';
import { useStockText } from './use-stock-text.ts';

interface StockButtonProps {
  readonly item: ShelfItem;
  readonly tabIndex: number;
}

/**
 * The stock of a row, which under the pointer becomes the switch between sold out and back. Small and
 * at the edge on purpose: the rest of the row arms.
 */
export function StockButton({ item, tabIndex }: StockButtonProps): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const stock = useStockText(item);
  const { productId, isSoldOut, name } = item;
  const label = t(isSoldOut ? 'shelf.markBack' : 'shelf.markSoldOut');
  return (
    <button
      type="button"
      className={styles.button}
      tabIndex={tabIndex}
      aria-label={[`${label} ${name}`, stock.text].filter(Boolean).join(t('common.listSeparator'))}
      title={label}
      onClick={() => perform({ type: 'setSoldOut', productId, isSoldOut: !isSoldOut })}
    >
      <span className={classNames(styles.now, stock.level === 'low' && styles.low)}>
        {stock.text}
      </span>
      <span className={styles.ask}>{t(isSoldOut ? 'shelf.askBack' : 'shelf.askSoldOut')}</span>
    </button>
  );
}
