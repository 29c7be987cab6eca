import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import type { CueCard } from '#shared/model/cue.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { CardRow } from './CardRow.tsx';
import styles from './CuePanel.module.css';
import { rowAfter } from './walk-rows.ts';

interface CardListProps {
  readonly cards: readonly CueCard[];
  readonly onEdit: (card: CueCard) => void;
}

/** The prepared cues. One tab stop; arrow keys, Home and End walk from row to row. */
export function CardList({ cards, onEdit }: CardListProps): ReactElement {
  const { t } = useI18n();
  const list = useRef<HTMLUListElement>(null);
  const [focusedId, setFocusedId] = useState<CueCard['id'] | null>(null);
  const tabStop = cards.find(({ id }) => id === focusedId) ?? cards[0];

  function onKeyDown(event: KeyboardEvent): void {
    if (tabStop === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const index = rowAfter(event.key, cards.indexOf(tabStop), cards.length);
    if (index === null) return;
    event.preventDefault();
    const control = event.target instanceof HTMLElement ? event.target.dataset['control'] : null;
    list.current?.children[index]
      ?.querySelector<HTMLButtonElement>(`[data-control="${control ?? 'send'}"]`)
      ?.focus();
  }

  return (
    <ul ref={list} className={styles.list} aria-label={t('cues.deck')}>
      {cards.map((card) => (
        <CardRow
          key={card.id}
          card={card}
          isTabStop={card === tabStop}
          onEdit={() => onEdit(card)}
          onFocus={() => setFocusedId(card.id)}
          onKeyDown={onKeyDown}
        />
      ))}
    </ul>
  );
}
