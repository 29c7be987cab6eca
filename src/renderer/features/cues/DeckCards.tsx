import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import { CUE_KINDS, type CueCard } from '#shared/model/cue.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLibrary } from '#renderer/store/selectors.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

import { CardList } from './CardList.tsx';
import panel from './CuePanel.module.css';
import styles from './DeckCards.module.css';
import { deckInOrder } from './cue-rules.ts';
import { EVERY_CARD, favouritesFirst, findCards } from './find-cards.ts';

/** From so many cards on one is found faster by a word than by looking. */
const FILTER_FROM = 12;

interface DeckCardsProps {
  readonly deck: readonly CueCard[];
  readonly onEdit: (card: CueCard) => void;
}

/** The deck beside the show: pinned cards, then what the host likes; found by a word or a kind. */
export function DeckCards({ deck, onEdit }: DeckCardsProps): ReactElement {
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
      {hasFilter && (
        <div className={styles.filter}>
          <TextField
            label={t('library.search')}
            isLabelHidden
            placeholder={t('library.search')}
            type="search"
            value={filter.text}
            onChange={(text) => setFilter({ ...filter, text })}
            onKeyDown={({ key, currentTarget }) => {
              // Gives the keys back to the desk; the word stays.
              if (key === 'Escape') currentTarget.blur();
            }}
          />
          <select
            aria-label={t('library.kind')}
            value={filter.kind ?? ''}
            onChange={({ target }) =>
              setFilter({
                ...filter,
                kind: CUE_KINDS.find((kind) => kind === target.value) ?? null,
              })
            }
          >
            <option value="">{t('library.allKinds')}</option>
            {CUE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`cues.kindOf.${kind}`)}
              </option>
            ))}
          </select>
        </div>
      )}
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
