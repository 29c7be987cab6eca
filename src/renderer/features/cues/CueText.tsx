import type { ReactElement } from 'react';

import type { CueCard } from '#shared/model/cue.ts';
import { cueParts, cueVariablesOf } from '#shared/rules/cue-text/fill-cue.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import styles from './CueText.module.css';
import { useCueValues } from './use-cue-values.ts';

type Card = Pick<CueCard, 'text' | 'language' | 'productId'>;

/** A card's line as the host would get it now; a variable without a value stands out as it is written. */
export function CueText({ card }: { readonly card: Card }): ReactElement {
  // Most have none, and need not be drawn anew with every figure.
  return cueVariablesOf(card.text).length === 0 ? <>{card.text}</> : <Filled card={card} />;
}

function Filled({ card }: { readonly card: Card }): ReactElement {
  const { t } = useI18n();
  const values = useCueValues(card);
  return (
    <>
      {cueParts(card.text).map((part, index) => {
        // Parts of one text never change their order.
        const key = `${index} ${part.written}`;
        if (part.kind !== 'variable') return <span key={key}>{part.written}</span>;
        const value = values[part.variable] ?? null;
        if (value === null || value.trim() === '') {
          return (
            <span
              key={key}
              className={styles.missing}
              title={t('library.missing', { names: part.written })}
            >
              {part.written}
            </span>
          );
        }
        return (
          <span key={key} className={styles.filled}>
            {value}
          </span>
        );
      })}
    </>
  );
}
