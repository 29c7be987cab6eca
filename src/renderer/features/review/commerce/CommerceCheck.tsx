import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import type { Review } from '#shared/model/review.ts';

import findings from '../findings/Findings.module.css';
import { commerceValue } from './commerce-text.ts';

/** Those of the whole show come first; more than these are counted. */
const APART_SHOWN = 6;

/** Whether platforms' tables and live counts of the same platform agree; nothing where none can be held so. */
export function CommerceCheck({ review }: { readonly review: Review }): ReactElement | null {
  const i18n = useI18n();
  const { t } = i18n;
  const { agreed, apart, products } = review.commerce;
  if (agreed + apart.length === 0) return null;
  const { currency } = review.show;
  return (
    <section aria-label={t('commerce.check')}>
      <h2 className={findings.title}>{t('commerce.check')}</h2>
      <ul className={findings.quiet}>
        {agreed > 0 && <li>{t('commerce.agree', { agreed })}</li>}
        {apart.slice(0, APART_SHOWN).map((each) => {
          const product = products.find(({ productId }) => productId === each.productId);
          const figure = t(`imported.figure.${each.figure}`);
          return (
            <li key={`${each.figure} ${each.platform} ${each.productId ?? 0}`}>
              {t('commerce.apart', {
                what:
                  product === undefined
                    ? figure
                    : t('commerce.ofProduct', { name: product.name, figure }),
                imported: commerceValue(i18n, each.figure, each.imported, currency),
                live: commerceValue(i18n, each.figure, each.live, currency),
                platform: platformName(i18n, each.platform),
              })}
            </li>
          );
        })}
        {apart.length > APART_SHOWN && (
          <li>{t('commerce.apartMore', { count: apart.length - APART_SHOWN })}</li>
        )}
      </ul>
    </section>
  );
}
