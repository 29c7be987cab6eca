import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { PromiseOutcome, ShowPromise } from '#shared/model/promise.ts';

interface PromiseActsProps {
  readonly promise: ShowPromise;
  /** It can be taken back too. */
  readonly isWhole: boolean;
  readonly onSettle: (promise: ShowPromise, outcome: PromiseOutcome) => void;
}

/** What came of a promise, in one press. */
export function PromiseActs({ promise, isWhole, onSettle }: PromiseActsProps): ReactElement {
  const { t } = useI18n();
  const isPrice = promise.promiseKind === 'priceOpen';
  return (
    <>
      <Button tone="quiet" onClick={() => onSettle(promise, 'kept')}>
        {t(isPrice ? 'promise.openPrice' : 'promise.keep')}
      </Button>
      <Button tone="quiet" onClick={() => onSettle(promise, 'broken')}>
        {t('promise.break')}
      </Button>
      {isWhole && (
        <Button tone="quiet" onClick={() => onSettle(promise, 'withdrawn')}>
          {t('promise.withdraw')}
        </Button>
      )}
    </>
  );
}
