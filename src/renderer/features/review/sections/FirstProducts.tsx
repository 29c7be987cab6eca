import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { Review } from '#shared/model/review.ts';

import { productsTable } from '../ProductsTable.tsx';
import tableStyles from '../ReviewTable.module.css';
import { jumpToSection } from './jump.ts';

/** As many as the first page has room for. */
const SHOWN = 5;

/** The products that brought most, at a glance; all of them are in their part. */
export function FirstProducts({ review }: { readonly review: Review }): ReactElement | null {
  const i18n = useI18n();
  const { t } = i18n;
  const { columns, rows, rowKey } = productsTable(i18n, review.products);
  const shown = rows.slice(0, SHOWN);
  if (shown.length === 0) return null;
  const title = t('review.firstProducts');
  return (
    <section className={tableStyles.section} aria-label={title}>
      <div className={tableStyles.head}>
        <h2>{title}</h2>
        <Button tone="quiet" onClick={() => jumpToSection('products')}>
          {t('review.allProducts', { count: rows.length })}
        </Button>
      </div>
      <div className={tableStyles.frame}>
        <table className={tableStyles.table}>
          <thead>
            <tr>
              {columns.map(({ label, isNumber }) => (
                <th key={label} scope="col" data-number={isNumber}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map(({ label, isNumber, cell }) => (
                  <td key={label} data-number={isNumber}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
