import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import type { CueCard } from '#shared/model/cue.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLibrary } from '#renderer/store/selectors.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

import { CardList } from './CardList.tsx';
import panel from './CuePanel.module.css';
import { deckInOrder } from './cue-rules.ts';
import { DeckTools } from './DeckTools.tsx';
import { EVERY_CARD, favouritesFirst, findCards } from './find-cards.ts';

/** From so many cards on one is found faster by a word than by looking. */
const FILTER_FROM = 12;

interface DeckCardsProps {
  readonly deck: readonly CueCard[];
  readonly onAdd: () => void;
  readonly onEdit: (card: CueCard) => void;
}

/** The deck beside the show: pinned cards, then what the host likes; found by a word or a kind. */
export function DeckCards({ deck, onAdd, onEdit }: DeckCardsProps): ReactElement {
  const { t } = useI18n();
  const { currentAnchorId } = useLibrary();
  const [filter, setFilter] = useState(EVERY_CARD);
  const ordered = useMemo(
    () => favouritesFirst(deckInOrder(deck), currentAnchorId),
    [deck, currentAnchorId],
  );
  const hasFilter = deck.length >= FILTER_FROM;
  const cards = useMemo(
    () => (hasFilter ? findCards(ordered, filter, (kind) => t(`cues.kindOf.${kind}`)) : ordered),
    [ordered, hasFilter, filter, t],
  );
  return (
    <>
      <DeckTools
        count={deck.length}
        filter={hasFilter ? filter : null}
        onFilter={setFilter}
        onAdd={onAdd}
      />
      {cards.length > 0 ? (
        <CardList cards={cards} onEdit={onEdit} />
      ) : (
        <div className={panel.list}>
          <div className={panel.empty}>
            <EmptyState title={t('library.none')}>{t('library.noneHint')}</EmptyState>
          </div>
        </div>
      )}
    </>
  );
}
