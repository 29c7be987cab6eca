import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import {
  STOCK_ADDED_MAX,
  type AnswerKind,
  type AssistantProduct,
  type Trade,
} from '#shared/model/assistant.ts';

import styles from './AnswerButtons.module.css';
import { ProblemForm } from './ProblemForm.tsx';

/** Amounts that come by the box, one tap each. */
const QUICK_UNITS = [50, 100, 200] as const;

interface AnswerButtonsProps {
  /** What stands first; null while it is not known yet. */
  readonly trade: Trade | null;
  /** What the answers are about; without one only a problem can be told. */
  readonly product: AssistantProduct | null;
  onAnswer(kind: AnswerKind, units: number | null, text: string): void;
}

/** One tap for each answer, what belongs to the trade first. */
export function AnswerButtons({ trade, product, onAnswer }: AnswerButtonsProps): ReactElement {
  const { t } = useI18n();
  const isOff = product === null;
  const tell = (kind: AnswerKind): void => onAnswer(kind, null, '');
  const coupon = (
    <div className={styles.pair} key="coupon">
      <button type="button" data-tone="go" disabled={isOff} onClick={() => tell('coupon_on')}>
        {t('assistant.answer.coupon_on')}
      </button>
      <button type="button" data-tone="warn" disabled={isOff} onClick={() => tell('coupon_off')}>
        {t('assistant.answer.coupon_off')}
      </button>
    </div>
  );
  const stock = (
    <StockButtons
      key="stock"
      isOff={isOff}
      onAdd={(units) => onAnswer('stock_added', units, '')}
      onSoldOut={() => tell('sold_out')}
    />
  );
  return (
    <div className={styles.buttons}>
      {trade === 'stock' ? [stock, coupon] : [coupon, stock]}
      <ProblemForm onSend={(text) => onAnswer('problem', null, text)} />
    </div>
  );
}

interface StockButtonsProps {
  readonly isOff: boolean;
  onAdd(units: number): void;
  onSoldOut(): void;
}

function StockButtons({ isOff, onAdd, onSoldOut }: StockButtonsProps): ReactElement {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const units = typed === '' ? 0 : Number(typed);
  const isPossible = units >= 1 && units <= STOCK_ADDED_MAX;
  return (
    <>
      <div className={styles.amounts}>
        {QUICK_UNITS.map((quick) => (
          <button type="button" key={quick} disabled={isOff} onClick={() => onAdd(quick)}>
            {t('assistant.addUnits', { count: quick })}
          </button>
        ))}
      </div>
      <form
        className={styles.typed}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPossible || isOff) return;
          setTyped('');
          onAdd(units);
        }}
      >
        <input
          value={typed}
          onChange={(event) => setTyped(event.target.value.replace(/\D/g, '').slice(0, 5))}
          inputMode="numeric"
          placeholder={t('assistant.otherUnits')}
          aria-label={t('assistant.otherUnits')}
        />
        <button type="submit" disabled={!isPossible || isOff}>
          {isPossible ? t('assistant.addUnits', { count: units }) : t('assistant.addStock')}
        </button>
        <button type="button" data-tone="warn" disabled={isOff} onClick={onSoldOut}>
          {t('assistant.answer.sold_out')}
        </button>
      </form>
    </>
  );
}
