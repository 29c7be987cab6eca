import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react';
import { VList, type VListHandle } from 'virtua';

import type { CatalogueProduct } from '#shared/model/product-details.ts';
import { findable, findProducts } from '#shared/rules/catalogue-search.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ProductPicture } from '#renderer/ui/ProductPicture.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

import styles from './CatalogueSheet.module.css';

interface CatalogueListProps {
  readonly products: readonly CatalogueProduct[];
  onOpen(product: CatalogueProduct): void;
}

/** Found while one types; arrows walk, Enter opens. Only what is in sight is drawn. */
export function CatalogueList({ products, onOpen }: CatalogueListProps): ReactElement {
  const { t, tn } = useI18n();
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const listId = useId();
  const list = useRef<VListHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  const index = useMemo(() => findable(products), [products]);
  const wanted = useDeferredValue(typed);
  const found = useMemo(() => findProducts(index, wanted), [index, wanted]);
  const picked = Math.min(place, found.length - 1);

  // Behind the sheet's own wish for the focus.
  useEffect(() => input.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: picked + 1,
      ArrowUp: picked - 1,
      PageDown: picked + 10,
      PageUp: picked - 10,
    };
    const next = steps[event.key];
    const product = found[picked];
    if (next !== undefined) {
      const to = Math.min(Math.max(next, 0), found.length - 1);
      setPlace(to);
      list.current?.scrollToIndex(to, { align: 'nearest' });
    } else if (event.key === 'Enter' && !event.repeat && product !== undefined) {
      onOpen(product);
    } else return;
    // Not the desk's Enter, which pins what is armed.
    event.stopPropagation();
    event.preventDefault();
  }

  function onClick({ target }: MouseEvent): void {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null;
    const product = found[Number(row?.dataset['at'] ?? Number.NaN)];
    if (product !== undefined) onOpen(product);
  }

  return (
    <>
      <div className={styles.find}>
        <TextField
          label={t('catalogue.find')}
          isLabelHidden
          placeholder={t('catalogue.find')}
          inputRef={input}
          value={typed}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={found.length === 0 ? undefined : `${listId}-${picked}`}
          onChange={(text) => {
            setTyped(text);
            setPlace(0);
          }}
          onKeyDown={onKeyDown}
        />
        <span className={styles.quiet} role="status">
          {tn('catalogue.count', found.length)}
        </span>
      </div>
      <div className={styles.head} aria-hidden="true">
        <span />
        <span>{t('product.code')}</span>
        <span>{t('product.name')}</span>
        <span>{t('product.role')}</span>
        <span className={styles.number}>{t('product.price')}</span>
        <span className={styles.number}>{t('product.stock')}</span>
        <span>{t('product.tags')}</span>
      </div>
      {found.length === 0 ? (
        <EmptyState title={t('catalogue.none', { text: typed.trim() })}>
          {t('catalogue.noneHint')}
        </EmptyState>
      ) : (
        <div
          id={listId}
          role="listbox"
          tabIndex={0}
          aria-label={t('catalogue.title')}
          aria-activedescendant={`${listId}-${picked}`}
          className={styles.list}
          onKeyDown={onKeyDown}
          onClick={onClick}
        >
          <VList ref={list} className={styles.virtual} data={found}>
            {(product, at) => (
              <Row
                key={product.productId}
                id={`${listId}-${at}`}
                product={product}
                at={at}
                isPicked={at === picked}
              />
            )}
          </VList>
        </div>
      )}
    </>
  );
}

interface RowProps {
  readonly id: string;
  readonly product: CatalogueProduct;
  /** Its place in the list. */
  readonly at: number;
  readonly isPicked: boolean;
}

function Row({ id, product, at, isPicked }: RowProps): ReactElement {
  const { t, format } = useI18n();
  const { fields, details, imageId } = product;
  const { currency, priceMinor, stock, role } = fields;
  const exponent = currencyExponent(currency);
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isPicked}
      className={styles.row}
      data-at={at}
    >
      <ProductPicture colors={fields.swatch} imageId={imageId} size="small" />
      <span className={styles.code} translate="no">
        {fields.code}
      </span>
      <span className={styles.name} title={fields.name} translate="no">
        {fields.name}
      </span>
      <span className={styles.quiet}>{role === 'none' ? '' : t(`shelf.role.${role}`)}</span>
      <span className={styles.number}>
        {priceMinor === null ? '—' : format.money(priceMinor, currency, exponent)}
      </span>
      <span className={styles.number}>{stock === null ? '—' : format.number(stock)}</span>
      <span className={styles.tags} translate="no">
        {details.tags.join(' · ')}
      </span>
    </div>
  );
}
