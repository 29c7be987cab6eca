import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { AssistantProduct, AssistSlice } from '#shared/model/assistant.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { priceLadder } from '#shared/rules/price-ladder.ts';

import styles from './ProductChoice.module.css';

/** Which product the answers are about. */
export type Place = 'now' | 'next';

interface ProductChoiceProps extends Pick<AssistSlice, 'onShelf' | 'next'> {
  readonly place: Place;
  onChoose(place: Place): void;
}

/** The product on the shelf and the next one; the one that is marked is what a tap is about. */
export function ProductChoice({
  onShelf,
  next,
  place,
  onChoose,
}: ProductChoiceProps): ReactElement {
  const { t } = useI18n();
  return (
    <div className={styles.choice} role="radiogroup" aria-label={t('assistant.about')}>
      <Card
        label={t('assistant.now')}
        none={t('assistant.nothingOn')}
        product={onShelf}
        isChosen={place === 'now'}
        onChoose={() => onChoose('now')}
      />
      <Card
        label={t(next === null ? 'assistant.next' : `assistant.next.${next.why}`)}
        none={t('assistant.nothingNext')}
        product={next?.product ?? null}
        isChosen={place === 'next'}
        onChoose={() => onChoose('next')}
      />
    </div>
  );
}

interface CardProps {
  readonly label: string;
  readonly none: string;
  readonly product: AssistantProduct | null;
  readonly isChosen: boolean;
  onChoose(): void;
}

function Card({ label, none, product, isChosen, onChoose }: CardProps): ReactElement {
  return (
    <button
      type="button"
      role="radio"
      className={styles.card}
      aria-checked={isChosen && product !== null}
      disabled={product === null}
      onClick={onChoose}
    >
      <span className={styles.label}>{label}</span>
      {product === null ? <span className={styles.none}>{none}</span> : <Facts of={product} />}
    </button>
  );
}

function Facts({ of }: { readonly of: AssistantProduct }): ReactElement {
  const { t, format } = useI18n();
  const money = (minor: number): string =>
    format.money(minor, of.currency, currencyExponent(of.currency));
  const { nowMinor, higherMinor, isCoupon } = priceLadder(of);
  const stock = of.isSoldOut
    ? t('assistant.soldOut')
    : of.stock === null
      ? t('assistant.stockUnknown')
      : t('assistant.stockLeft', { count: format.number(of.stock) });
  return (
    <>
      <b className={styles.name} title={of.name}>
        <span className={styles.number}>{of.linkNumber}</span>
        {of.name}
      </b>
      <span className={styles.facts}>
        <b>{nowMinor === null ? '—' : money(nowMinor)}</b>
        {isCoupon && ` ${t('assistant.withCoupon')}`}
        {higherMinor.map((minor) => (
          <span key={minor}>
            {' '}
            <s>{money(minor)}</s>
          </span>
        ))}
        <span className={of.isSoldOut ? styles.out : styles.stock}>{stock}</span>
      </span>
    </>
  );
}
