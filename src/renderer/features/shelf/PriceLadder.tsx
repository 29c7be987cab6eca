import type { ReactElement } from 'react';

import type { ProductFields } from '#shared/model/product.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';

import styles from './PriceLadder.module.css';

type Prices = Pick<
  ProductFields,
  'currency' | 'priceMinor' | 'listPriceMinor' | 'couponPriceMinor'
>;

/** Price now, what it was, and what it is with the coupon, in the order they are said. */
export function PriceLadder({ product }: { readonly product: Prices }): ReactElement {
  const { t, format } = useI18n();
  const money = (minor: number): string =>
    format.money(minor, product.currency, currencyExponent(product.currency));
  const { priceMinor, listPriceMinor, couponPriceMinor } = product;
  return (
    <span className={styles.ladder}>
      <span className={styles.now}>
        {priceMinor === null ? t('shelf.noPrice') : money(priceMinor)}
      </span>
      {listPriceMinor !== null && (
        <>
          <VisuallyHidden>{t('shelf.listPrice', { amount: money(listPriceMinor) })}</VisuallyHidden>
          <s className={styles.list} aria-hidden="true">
            {money(listPriceMinor)}
          </s>
        </>
      )}
      {couponPriceMinor !== null && (
        <span className={styles.coupon}>
          {t('shelf.coupon', { amount: money(couponPriceMinor) })}
        </span>
      )}
    </span>
  );
}
