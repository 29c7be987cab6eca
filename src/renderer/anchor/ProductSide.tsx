import type { CSSProperties, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { usePromises } from '#renderer/store/selectors.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { promiseClock, shortPromise } from '#renderer/ui/promise-text.ts';
import { useCardPhoto } from '#renderer/ui/use-card-photo.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { priceLadder } from '#shared/rules/price-ladder.ts';

import styles from './ProductSide.module.css';
import { ScriptText } from './ScriptText.tsx';

interface ProductSideProps {
  /** The product on the shelf now; null for none. */
  readonly item: ShelfItem | null;
  /** The phrase to say stands here; false where it is shown at length beside. */
  readonly withSay: boolean;
  /** It fills the screen, its letters as large as a cue's. */
  readonly isWhole?: boolean;
}

function swatchStyle(swatch: string): CSSProperties {
  const [from, to] = swatch.split(',');
  const colours: Record<`--${string}`, string> = {};
  if (from) colours['--swatch-from'] = from;
  if (from) colours['--swatch-to'] = to ?? from;
  return colours;
}

/** More characters than a side column has room for on one line. */
const LONG_PRICE_LENGTH = 9;

function isLong(price: string): boolean {
  return price.length > LONG_PRICE_LENGTH;
}

/** A long price may go on in the next line after a comma: it is never cut, which would be another price. */
function breakable(price: string): string {
  return isLong(price) ? price.replace(/,/g, ',\u200b') : price;
}

/** The product on air. Rows are in order of need: what does not fit is left out from the end. */
export function ProductSide({ item, withSay, isWhole = false }: ProductSideProps): ReactElement {
  const { t, format } = useI18n();
  const photo = useCardPhoto(item?.imageId ?? null);
  if (item === null) {
    return (
      <aside className={styles.side} data-whole={isWhole} aria-label={t('anchor.product')}>
        <p className={styles.none}>
          <ScriptText text={t('anchor.noProduct')} />
        </p>
      </aside>
    );
  }

  const money = (amountMinor: number): string =>
    breakable(format.money(amountMinor, item.currency, currencyExponent(item.currency)));
  const { nowMinor, higherMinor, isCoupon } = priceLadder(item);
  const hasLongPrice = nowMinor !== null && isLong(money(nowMinor));

  return (
    <aside
      className={styles.side}
      data-whole={isWhole}
      aria-label={t('anchor.product')}
      style={swatchStyle(item.swatch)}
    >
      <div className={styles.rows} data-long-price={hasLongPrice}>
        <div className={styles.picture} data-photo={photo !== null} aria-hidden="true">
          {photo !== null && <img key={photo.src} className={styles.photo} alt="" {...photo} />}
        </div>
        <h2 className={styles.name} title={item.name}>
          <b className={styles.number}>{item.linkNumber}</b>
          <ScriptText text={item.name} />
        </h2>
        <p className={styles.price}>
          {nowMinor !== null && (
            <b className={styles.now}>
              <ScriptText text={money(nowMinor)} />
            </b>
          )}
          {nowMinor !== null && isCoupon && (
            <span className={styles.part}>
              <ScriptText text={t('anchor.coupon')} />
            </span>
          )}
          {item.isSoldOut ? (
            <b className={styles.soldOut}>
              <ScriptText text={t('anchor.soldOut')} />
            </b>
          ) : (
            <b className={styles.stock}>
              <ScriptText
                text={t('anchor.stockLeft', {
                  count: item.stock === null ? '—' : format.number(item.stock),
                })}
              />
            </b>
          )}
        </p>
        <Promises item={item} />
        {withSay && item.say !== '' && (
          <p className={styles.say} title={`${t('anchor.say')} ${item.say}`}>
            <ScriptText text={`${t('anchor.say')} `} />
            <b>
              <ScriptText text={item.say} />
            </b>
          </p>
        )}
        {item.benefit !== '' && (
          <p className={styles.benefit} title={item.benefit}>
            <ScriptText text={item.benefit} />
          </p>
        )}
        {higherMinor.length > 0 && (
          <p className={styles.higher}>
            <span className={styles.part}>
              <ScriptText text={t('anchor.wasPrice')} />
            </span>
            {higherMinor.map((minor) => (
              <s key={minor} className={styles.was}>
                <ScriptText text={money(minor)} />
              </s>
            ))}
          </p>
        )}
      </div>
    </aside>
  );
}

/** What viewers were promised of this product, or of none: it is to be kept whatever is on the shelf. */
function Promises({ item }: { readonly item: ShelfItem }): ReactElement {
  const i18n = useI18n();
  const wallNow = useWallNow(500);
  const { open } = usePromises();
  return (
    <>
      {open
        .filter(({ productId }) => productId === null || productId === item.productId)
        .map((promise) => {
          const clock = promiseClock(i18n, promise.dueTs, wallNow);
          return (
            <p key={promise.id} className={styles.promise} data-late={clock.isLate}>
              <ScriptText text={shortPromise(i18n, promise, item.currency)} />
              {clock.short !== '' && (
                <b>
                  <ScriptText text={` ${clock.short}`} />
                </b>
              )}
            </p>
          );
        })}
    </>
  );
}
