import type { ReactElement, ReactNode } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { unitName } from '#renderer/i18n/unit-name.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import type { CurrencySum } from '#shared/model/metrics.ts';
import type { PersonCard, PersonPart } from '#shared/model/person.ts';

import styles from './PersonSheet.module.css';

/** What they did in this show and before: counts, and below them money by currency, never added up. */
export function PersonFigures({ card }: { readonly card: PersonCard }): ReactElement {
  const { t } = useI18n();
  const { thisShow, earlier, tells } = card;
  const has = (count: (part: PersonPart) => number): boolean =>
    count(earlier) + (thisShow === null ? 0 : count(thisShow)) > 0;
  const areGiftsTold = tells.gifts || has((part) => part.gifts + part.paidMessages);
  const areOrdersTold = tells.orders || has((part) => part.ordersPaid + part.ordersCancelled);
  const columns = [thisShow, earlier];
  const row = (words: string, isTold: boolean, cell: (part: PersonPart) => ReactNode) => (
    <tr>
      <th scope="row">{words}</th>
      {columns.map((part, index) => (
        <td key={index}>{part === null || !isTold ? '—' : cell(part)}</td>
      ))}
    </tr>
  );
  return (
    <section>
      <h3 className={styles.title}>{t('person.figures')}</h3>
      <table className={styles.figures}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t('person.figures')}</VisuallyHidden>
            </th>
            <th scope="col">{t('person.thisShow')}</th>
            <th scope="col">{t('person.earlier')}</th>
          </tr>
        </thead>
        <tbody>
          {row(t('person.messages'), true, (part) => (
            <Count value={part.messages} />
          ))}
          {row(t('person.gifts'), areGiftsTold, (part) => (
            <Gifts part={part} />
          ))}
          {row(t('person.paidMessages'), areGiftsTold, (part) => (
            <Count value={part.paidMessages} sums={part.paidMessageMoney} />
          ))}
          {row(t('person.memberships'), areGiftsTold, (part) => (
            <Count value={part.memberships} />
          ))}
          {row(t('person.ordersPaid'), areOrdersTold, (part) => (
            <Count value={part.ordersPaid} sums={part.paid}>
              <Unpriced count={part.ordersPaidUnpriced} />
            </Count>
          ))}
          {row(t('person.ordersCancelled'), areOrdersTold, (part) => (
            <Count value={part.ordersCancelled} sums={part.cancelled} />
          ))}
        </tbody>
      </table>
      {thisShow === null && <p className={styles.quiet}>{t('person.noShow')}</p>}
      {!areGiftsTold && <p className={styles.quiet}>{t('person.noGifts')}</p>}
      {!areOrdersTold && <p className={styles.quiet}>{t('person.noOrders')}</p>}
    </section>
  );
}

interface CountProps {
  readonly value: number;
  readonly sums?: readonly CurrencySum[];
  readonly children?: ReactNode;
}

function Count({ value, sums = [], children }: CountProps): ReactElement {
  const { format } = useI18n();
  return (
    <>
      {format.number(value)}
      {sums.map(({ currency, exponent, amountMinor }) => (
        <span key={`${currency}${exponent}`} className={styles.sum}>
          {format.money(amountMinor, currency, exponent)}
        </span>
      ))}
      {children}
    </>
  );
}

function Gifts({ part }: { readonly part: PersonPart }): ReactElement {
  const i18n = useI18n();
  return (
    <>
      {i18n.format.number(part.gifts)}
      {part.giftValues.map(({ unit, quantity }) => (
        <span key={unit} className={styles.sum}>
          {i18n.t('chat.giftValue', {
            quantity: i18n.format.number(quantity),
            unit: unitName(i18n, unit, quantity),
          })}
        </span>
      ))}
    </>
  );
}

function Unpriced({ count }: { readonly count: number }): ReactElement | null {
  const { tn } = useI18n();
  if (count === 0) return null;
  return <span className={styles.sum}>{tn('person.unpriced', count)}</span>;
}
