import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import type { CueCard } from '#shared/model/cue.ts';
import type { CardUse } from '#shared/model/cue-library.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLibrary } from '#renderer/store/selectors.ts';

import styles from './Library.module.css';
import { LibraryRow } from './LibraryRow.tsx';
import { rowAfter } from './walk-rows.ts';

interface LibraryListProps {
  readonly cards: readonly CueCard[];
  readonly uses: ReadonlyMap<number, CardUse>;
  readonly onEdit: (card: CueCard) => void;
}

/** One tab stop; arrow keys, Home and End walk from row to row, in the same column of buttons. */
export function LibraryList({ cards, uses, onEdit }: LibraryListProps): ReactElement {
  const { t } = useI18n();
  const run = useCommand();
  const { anchors, currentAnchorId } = useLibrary();
  const host = anchors.find(({ id }) => id === currentAnchorId) ?? null;
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
    <ul ref={list} className={styles.list} aria-label={t('library.list')}>
      {cards.map((card) => (
        <LibraryRow
          key={card.id}
          card={card}
          use={uses.get(card.id) ?? null}
          host={host}
          isTabStop={card === tabStop}
          onFocus={() => setFocusedId(card.id)}
          onKeyDown={onKeyDown}
          onEdit={() => onEdit(card)}
          onFavourite={(isFavourite) => {
            if (host === null) return;
            void run('cue.setFavourite', { cardId: card.id, anchorId: host.id, isFavourite });
          }}
        />
      ))}
    </ul>
  );
}
