import type { ReactElement } from 'react';

import type { ShelfItem } from '#shared/model/product.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { ProductPicture } from '#renderer/ui/ProductPicture.tsx';

import styles from './ArmedCard.module.css';
import { PriceLadder } from './PriceLadder.tsx';
import { useStockText } from './use-stock-text.ts';

/** The product of the card, before GO and after it in the same place. */
export function PushedProduct({ item }: { readonly item: ShelfItem }): ReactElement {
  const { t } = useI18n();
  const stock = useStockText(item);
  return (
    <div className={styles.product}>
      <ProductPicture colors={item.swatch} imageId={item.imageId} size="small" />
      <div className={styles.productText}>
        <div className={styles.name} title={item.name}>
          {item.name}
        </div>
        <div className={styles.prices}>
          <PriceLadder product={item} />
          <span className={styles.stock}>
            {t('common.separator')}
            {stock.text}
          </span>
        </div>
      </div>
    </div>
  );
}
