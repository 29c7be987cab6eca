import type { KeyboardEvent, ReactElement } from 'react';

import type { CueCard } from '#shared/model/cue.ts';
import { pinnedKeyNames } from '#renderer/actions/key-table.ts';
import { useKeys } from '#renderer/actions/use-key-table.ts';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';

import styles from './CardRow.module.css';
import { CueText } from './CueText.tsx';

interface CardRowProps {
  readonly card: CueCard;
  /** The one row of the deck that Tab reaches; arrow keys go on from there. */
  readonly isTabStop: boolean;
  readonly onEdit: () => void;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function CardRow({
  card,
  isTabStop,
  onEdit,
  onFocus,
  onKeyDown,
}: CardRowProps): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { items } = useShelf();
  const { table } = useKeys();
  const product = items.find((item) => item.productId === card.productId);
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <li className={styles.row}>
      <span className={styles.keys}>
        {card.pinnedSlot !== null &&
          pinnedKeyNames(table, card.pinnedSlot).map((name) => <Kbd key={name}>{name}</Kbd>)}
      </span>
      <span className={styles.text}>
        <span className={styles.tag}>{t(`cues.kindOf.${card.kind}`)}</span>
        <CueText card={card} />
        {product !== undefined && (
          <span className={styles.product}>
            {t('cues.withProduct', { number: product.linkNumber })}
          </span>
        )}
      </span>
      <span className={styles.actions}>
        <Button
          tone="quiet"
          className={styles.edit}
          tabIndex={tabIndex}
          data-control="edit"
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          aria-label={t('cues.editNamed', { text: card.text })}
          onClick={onEdit}
        >
          {t('cues.edit')}
        </Button>
        <Button
          tabIndex={tabIndex}
          data-control="send"
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          aria-label={t('cues.sendNamed', { text: card.text })}
          onClick={() => perform({ type: 'sendCue', cardId: card.id, text: card.text })}
        >
          {t('cues.send')}
        </Button>
      </span>
    </li>
  );
}
