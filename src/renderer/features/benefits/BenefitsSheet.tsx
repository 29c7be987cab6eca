import { useState } from 'react';
import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShow } from '#renderer/store/selectors.ts';
import { benefitOrigin } from '#renderer/ui/benefit-origin.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { BENEFIT_KINDS, type BenefitId, type ShowBenefit } from '#shared/model/benefit.ts';
import type { ShowId } from '#shared/model/ids.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

import { BenefitForm } from './BenefitForm.tsx';
import styles from './BenefitsSheet.module.css';
import { useBenefits } from './use-benefits.ts';

interface BenefitsSheetProps {
  readonly showId: ShowId;
  readonly onClose: () => void;
}

type Edited = { readonly of: ShowBenefit | null };

/** What a show gave away, with what it cost; each change can be taken back. */
export function BenefitsSheet({ showId, onClose }: BenefitsSheetProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const benefits = useBenefits(showId);
  const [edited, setEdited] = useState<Edited | null>(null);
  const { read, said, error } = benefits;
  const show = useShow();
  const isOn = show !== null && show.id === showId && show.state !== 'ended';
  return (
    <Dialog title={t('benefits.title')} onClose={onClose}>
      <div className={styles.sheet}>
        <p className={styles.quiet}>{t('benefits.text')}</p>
        <div className={styles.bar}>
          <Button disabled={edited !== null} onClick={() => setEdited({ of: null })}>
            {t('benefits.new')}
          </Button>
          <Button disabled={!benefits.canUndo} onClick={() => void benefits.undo()}>
            {t('benefits.undo')}
          </Button>
          <p className={styles.quiet} role="status">
            {said === null ? '' : t(said)}
          </p>
        </div>
        {isOn && (
          <div className={styles.bar} role="group" aria-label={t('benefits.giveNow')}>
            <span className={styles.quiet}>{t('benefits.giveNow')}</span>
            {BENEFIT_KINDS.map((kind) => {
              const name = t(`benefits.kindOf.${kind}`);
              return (
                <Button
                  key={kind}
                  aria-label={t('benefits.giveNamed', { name })}
                  onClick={() => void benefits.give(null, { kind, name })}
                >
                  {name}
                </Button>
              );
            })}
          </div>
        )}
        {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
        {read !== null && edited !== null && (
          <BenefitForm
            key={`${edited.of?.benefitId ?? ''} ${edited.of?.origin ?? ''}`}
            of={edited.of}
            currency={read.currency}
            products={read.products}
            onSave={async (fields) => await benefits.save(edited.of, fields)}
            onDone={() => setEdited(null)}
          />
        )}
        {read !== null && (
          <ul className={styles.list} aria-label={t('benefits.list')}>
            {read.benefits.map((row) => (
              <BenefitRow
                key={`${row.benefitId ?? ''} ${row.origin ?? ''}`}
                row={row}
                currency={read.currency}
                onGive={isOn ? (id) => void benefits.give(id, row) : null}
                onEdit={() => setEdited({ of: row })}
                onRemove={() => void benefits.remove(row)}
              />
            ))}
          </ul>
        )}
        {read?.benefits.length === 0 && <p className={styles.quiet}>{t('benefits.empty')}</p>}
      </div>
    </Dialog>
  );
}

interface BenefitRowProps {
  readonly row: ShowBenefit;
  readonly currency: string;
  /** Null where no show runs to give it in. */
  readonly onGive: ((benefitId: BenefitId) => void) | null;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function BenefitRow({ row, currency, onGive, onEdit, onRemove }: BenefitRowProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { name, kind, costMinor, quantity, claimed, redeemed, fileName, benefitId, givenTs } = row;
  const count = (value: number | null): string => (value === null ? '—' : format.number(value));
  const cost =
    costMinor === null ? '—' : format.money(costMinor, currency, currencyExponent(currency));
  const facts = [
    `${t('benefits.cost')} ${cost}`,
    `${t('benefits.quantity')} ${count(quantity)}`,
    `${t('benefits.claimed')} ${count(claimed)}`,
    `${t('benefits.redeemed')} ${count(redeemed)}`,
  ];
  // Four dashes in a row say no more than what stands below them.
  const isWritten = [costMinor, quantity, claimed, redeemed].some((value) => value !== null);
  return (
    <li className={styles.row}>
      <span className={styles.name}>
        <b>{t(`benefits.kindOf.${kind}`)}</b> {name}
      </span>
      {isWritten && <span className={styles.facts}>{facts.join(t('common.separator'))}</span>}
      <span className={styles.origin}>{benefitOrigin(i18n, row)}</span>
      {fileName === null && (
        <span className={styles.bar}>
          {onGive !== null && benefitId !== null && givenTs === null && (
            <Button
              aria-label={t('benefits.giveNamed', { name })}
              onClick={() => onGive(benefitId)}
            >
              {t('benefits.giveNow')}
            </Button>
          )}
          <Button tone="quiet" aria-label={t('benefits.editNamed', { name })} onClick={onEdit}>
            {t('benefits.edit')}
          </Button>
          <Button tone="quiet" aria-label={t('benefits.removeNamed', { name })} onClick={onRemove}>
            {t('benefits.remove')}
          </Button>
        </span>
      )}
    </li>
  );
}
