import { useEffect, useRef } from 'react';
import type { CSSProperties, ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { usePromises } from '#renderer/store/selectors.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { promiseClock, promiseForViewers } from '#renderer/ui/promise-text.ts';
import { useCardPhoto } from '#renderer/ui/use-card-photo.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { priceLadder } from '#shared/rules/price-ladder.ts';

import styles from './OverlayCard.module.css';

/** As long as the style's animation: also where animations are off or the page is hidden. */
export const LEAVE_MS = 140;

/** A price with more characters is set smaller, so that it is never cut. */
const LARGE_PRICE_LENGTH = 11;

interface OverlayCardProps {
  readonly item: ShelfItem;
  readonly isLeaving: boolean;
  onGone(): void;
}

function swatchStyle(swatch: string): CSSProperties {
  const [from, to] = swatch.split(',');
  const colours: Record<`--${string}`, string> = {};
  if (from) colours['--swatch-from'] = from;
  if (from) colours['--swatch-to'] = to ?? from;
  return colours;
}

/** What a viewer needs to buy: link number, name, price, what it was, what comes with it. */
export function OverlayCard({ item, isLeaving, onGone }: OverlayCardProps): ReactElement {
  const { t } = useI18n();
  const { open } = usePromises();
  const isClosed = open.some(
    ({ promiseKind, productId }) => promiseKind === 'priceOpen' && productId === item.productId,
  );
  const photo = useCardPhoto(item.imageId);
  const latest = useRef(onGone);
  useEffect(() => {
    latest.current = onGone;
  });
  useEffect(() => {
    if (!isLeaving) return undefined;
    const timer = setTimeout(() => latest.current(), LEAVE_MS);
    return () => clearTimeout(timer);
  }, [isLeaving]);

  return (
    <article className={styles.card} data-leaving={isLeaving} style={swatchStyle(item.swatch)}>
      <div
        className={styles.number}
        data-photo={item.imageId !== null}
        aria-label={t('overlay.linkNumber', { number: item.linkNumber })}
      >
        {photo !== null && <img key={photo.src} className={styles.photo} alt="" {...photo} />}
        <b>{item.linkNumber}</b>
      </div>
      <div className={styles.body}>
        <h1 className={styles.name}>{item.name}</h1>
        {!isClosed && <Prices item={item} />}
        <Limited item={item} />
        {item.isSoldOut ? (
          <p className={styles.soldOut}>{t('overlay.soldOut')}</p>
        ) : (
          item.benefit !== '' && <p className={styles.benefit}>{item.benefit}</p>
        )}
      </div>
    </article>
  );
}

/** What is paid now, and every higher price it came down from. */
function Prices({ item }: { readonly item: ShelfItem }): ReactElement | null {
  const { t, format } = useI18n();
  const { nowMinor, higherMinor, isCoupon } = priceLadder(item);
  if (nowMinor === null) return null;
  const money = (amountMinor: number): string =>
    format.money(amountMinor, item.currency, currencyExponent(item.currency));
  const now = money(nowMinor);
  return (
    <p className={styles.price}>
      <b data-sold-out={item.isSoldOut} data-long={now.length > LARGE_PRICE_LENGTH}>
        {now}
      </b>
      {isCoupon && <span>{t('overlay.coupon')}</span>}
      {higherMinor.map((minor) => (
        <s key={minor}>{money(minor)}</s>
      ))}
    </p>
  );
}

/** How many there are for this price, and how long; a promise that is late says no time to viewers. */
function Limited({ item }: { readonly item: ShelfItem }): ReactElement {
  const i18n = useI18n();
  const wallNow = useWallNow(500);
  const { open } = usePromises();
  return (
    <>
      {open
        .filter(({ productId }) => productId === item.productId)
        .map((promise) => {
          const clock = promiseClock(i18n, promise.dueTs, wallNow);
          return (
            <p key={promise.id} className={styles.promise}>
              {promiseForViewers(i18n, promise)}
              {clock.text !== '' && !clock.isLate && <b> {clock.text}</b>}
            </p>
          );
        })}
    </>
  );
}
