import { useCallback } from 'react';
import type { ReactElement } from 'react';

import type { CommandOutput } from '#shared/contract/contract.ts';
import type { ProductId } from '#shared/model/ids.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { useReadAgain } from '#renderer/connection/use-read-again.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

import styles from './CatalogueSheet.module.css';

type History = CommandOutput<'catalogue.history'>;

/** What a product came to in each live show, and every change of its prices. */
export function ProductHistory({ productId }: { readonly productId: ProductId }): ReactElement {
  const i18n = useI18n();
  const run = useCommand();
  const read = useCallback(() => run('catalogue.history', { productId }), [run, productId]);
  const { value: history, error } = useReadAgain<History, never>(read);

  if (error !== null) return <Notice tone="danger">{errorMessage(i18n, error)}</Notice>;
  if (history === null) return <div />;
  return (
    <>
      <Shows shows={history.shows} />
      <Prices prices={history.prices} />
    </>
  );
}

function Shows({ shows }: Pick<History, 'shows'>): ReactElement {
  const { t, format } = useI18n();
  if (shows.length === 0) return <p className={styles.quiet}>{t('catalogue.noShows')}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>{t('catalogue.shows')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('catalogue.show')}</th>
            <th scope="col">{t('catalogue.airtime')}</th>
            <th scope="col">{t('catalogue.pushes')}</th>
            <th scope="col">{t('catalogue.orders')}</th>
            <th scope="col">{t('catalogue.units')}</th>
            <th scope="col">{t('catalogue.paid')}</th>
          </tr>
        </thead>
        <tbody>
          {shows.map((show) => (
            <tr key={show.showId}>
              <td translate="no">
                {show.title} {show.startedTs === null ? '' : format.day(show.startedTs)}
              </td>
              <td>{format.span(show.airtimeMs)}</td>
              <td>{format.number(show.pushes)}</td>
              <td>{format.number(show.ordersPaid)}</td>
              <td>{format.number(show.unitsPaid)}</td>
              <td>
                {show.paid
                  .map((sum) => format.money(sum.amountMinor, sum.currency, sum.exponent))
                  .join(t('common.separator')) || '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const LADDER = [
  ['listPriceMinor', 'product.listPrice'],
  ['priceMinor', 'product.price'],
  ['memberPriceMinor', 'product.memberPrice'],
  ['couponPriceMinor', 'product.couponPrice'],
] as const;

function Prices({ prices }: Pick<History, 'prices'>): ReactElement | null {
  const { t, format } = useI18n();
  if (prices.length === 0) return null;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption>{t('catalogue.prices')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('catalogue.since')}</th>
            <th scope="col">{t('catalogue.cause')}</th>
            {LADDER.map(([field, label]) => (
              <th key={field} scope="col">
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {prices.map((change, index) => (
            <tr key={index}>
              <td>
                {change.changedTs === null
                  ? '—'
                  : `${format.day(change.changedTs)} ${format.time(change.changedTs, null)}`}
              </td>
              <td>{t(`catalogue.cause.${change.cause}`)}</td>
              {LADDER.map(([field]) => {
                const minor = change[field];
                const { currency } = change;
                return (
                  <td key={field}>
                    {minor === null
                      ? '—'
                      : format.money(minor, currency, currencyExponent(currency))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
