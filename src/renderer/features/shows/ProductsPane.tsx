import { useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { ProductInShow } from '#shared/model/show-comparison.ts';
import type { NamedProduct } from '#shared/model/show-list.ts';
import { SMALL_SAMPLE } from '#shared/rules/shows/baselines.ts';
import { productOverShows } from '#shared/rules/shows/compare-products.ts';

import { SampleCell } from './AnchorsPane.tsx';
import { valueText } from '#renderer/ui/show-figure-text.ts';
import { ScrollFrame } from './ScrollFrame.tsx';
import styles from './ShowsSheet.module.css';

/** Product against product over all live shows, for each minute of airtime. */
export function ProductsPane({
  products,
}: {
  readonly products: readonly NamedProduct[];
}): ReactElement {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const run = useCommand();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [rows, setRows] = useState<readonly ProductInShow[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const picked = useMemo(() => {
    const places = [chosen[0] ?? products[0]?.productId, chosen[1] ?? products[1]?.productId];
    return places.flatMap((id) => products.find(({ productId }) => productId === id) ?? []);
  }, [chosen, products]);

  useEffect(() => {
    if (picked.length === 0) return undefined;
    let isCurrent = true;
    void run('shows.products', { productIds: picked.map(({ productId }) => productId) }).then(
      (result) => {
        if (!isCurrent) return;
        setError(result.ok ? null : result.error);
        if (result.ok) setRows(result.value.rows);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [run, picked]);

  if (products.length < 2) {
    return <EmptyState title={t('shows.product.none')}>{t('shows.product.noneHint')}</EmptyState>;
  }
  const over = picked.map((product) => ({
    ...product,
    over: productOverShows((rows ?? []).filter(({ productId }) => productId === product.productId)),
  }));
  return (
    <div className={styles.pane}>
      <div className={styles.narrow}>
        {[0, 1].map((place) => (
          <SelectField
            key={place}
            label={t(place === 0 ? 'shows.product.first' : 'shows.product.second')}
            value={String(picked[place]?.productId ?? '')}
            options={products.map(({ productId, name }) => ({
              value: String(productId),
              label: name,
            }))}
            onChange={(value) =>
              setChosen(
                [0, 1].map((each) =>
                  each === place ? Number(value) : (picked[each]?.productId ?? 0),
                ),
              )
            }
          />
        ))}
      </div>
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
      {rows === null && error === null && <p role="status">{t('shows.loading')}</p>}
      {rows !== null && (
        <ScrollFrame label={t('shows.part.products')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('shows.compare.figure')}</th>
                {over.map(({ productId, name }) => (
                  <th key={productId} scope="col" data-number translate="no">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Line label={t('shows.product.shows')}>
                {over.map(({ productId, over: { shows, leftOut } }) => (
                  <td key={productId} data-number>
                    {shows}
                    <span className={styles.below}>
                      {[
                        ...(shows > 0 && shows < SMALL_SAMPLE ? [t('shows.few')] : []),
                        ...(leftOut > 0 ? [tn('shows.product.leftOut', leftOut)] : []),
                      ].join(' · ')}
                    </span>
                  </td>
                ))}
              </Line>
              <Line label={t('shows.product.perMinute')}>
                {over.map(({ productId, over: { paidPerMinute, currency, shows } }) => (
                  <td key={productId} data-number>
                    <SampleCell
                      sample={paidPerMinute}
                      unit="money"
                      currency={currency ?? 'CNY'}
                      shows={shows}
                    />
                  </td>
                ))}
              </Line>
              <Line label={t('shows.product.ordersPerMinute')}>
                {over.map(({ productId, over: { ordersPerMinute, shows } }) => (
                  <td key={productId} data-number>
                    <SampleCell
                      sample={ordersPerMinute}
                      unit="count"
                      currency="CNY"
                      shows={shows}
                    />
                  </td>
                ))}
              </Line>
              <Line label={t('shows.product.airtime')}>
                {over.map(({ productId, over: { airtimeMs } }) => (
                  <td key={productId} data-number>
                    {valueText(i18n, airtimeMs, 'time', 'CNY')}
                  </td>
                ))}
              </Line>
              <Line label={t('shows.product.orders')}>
                {over.map(({ productId, over: { shows, ordersPaid } }) => (
                  <td key={productId} data-number>
                    {valueText(i18n, shows === 0 ? null : ordersPaid, 'count', 'CNY')}
                  </td>
                ))}
              </Line>
              <Line label={t('shows.product.paid')}>
                {over.map(({ productId, over: { shows, paidMinor, currency } }) => (
                  <td key={productId} data-number>
                    {valueText(i18n, shows === 0 ? null : paidMinor, 'money', currency ?? 'CNY')}
                  </td>
                ))}
              </Line>
            </tbody>
          </table>
        </ScrollFrame>
      )}
      <p className={styles.quiet}>{t('shows.product.hint')}</p>
    </div>
  );
}

function Line({
  label,
  children,
}: {
  readonly label: string;
  readonly children: readonly ReactElement[];
}): ReactElement {
  return (
    <tr>
      <th scope="row">{label}</th>
      {children}
    </tr>
  );
}
