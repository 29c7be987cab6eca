import type { ReactElement } from 'react';

import { CUE_KINDS } from '#shared/model/cue.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

import styles from './DeckCards.module.css';
import type { CardFilter } from './find-cards.ts';

interface DeckToolsProps {
  readonly count: number;
  /** Null where there are too few to look for one. */
  readonly filter: CardFilter | null;
  readonly onFilter: (filter: CardFilter) => void;
  readonly onAdd: () => void;
}

/** Over the deck, where they leave the row of tabs to the tabs: find, manage, add. */
export function DeckTools({ count, filter, onFilter, onAdd }: DeckToolsProps): ReactElement {
  const { t } = useI18n();
  const openPanel = useDeskStore((desk) => desk.openPanel);
  return (
    <div className={styles.tools}>
      {filter === null ? (
        <span className={styles.count}>{t('library.count', { count })}</span>
      ) : (
        <Finder filter={filter} onFilter={onFilter} />
      )}
      <span className={styles.keys}>
        <Button tone="quiet" onClick={() => openPanel('library')}>
          {t('library.manage')}
        </Button>
        <Button
          tone="quiet"
          aria-label={t('cues.addCard')}
          title={t('cues.addCard')}
          onClick={onAdd}
        >
          ＋
        </Button>
      </span>
    </div>
  );
}

interface FinderProps {
  readonly filter: CardFilter;
  readonly onFilter: (filter: CardFilter) => void;
}

/** A word and a kind. */
function Finder({ filter, onFilter }: FinderProps): ReactElement {
  const { t } = useI18n();
  return (
    <>
      <div className={styles.find}>
        <TextField
          label={t('library.search')}
          isLabelHidden
          placeholder={t('library.search')}
          type="search"
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
          onKeyDown={({ key, currentTarget }) => {
            // Gives the keys back to the desk; the word stays.
            if (key === 'Escape') currentTarget.blur();
          }}
        />
      </div>
      <select
        aria-label={t('library.kind')}
        value={filter.kind ?? ''}
        onChange={({ target }) =>
          onFilter({ ...filter, kind: CUE_KINDS.find((kind) => kind === target.value) ?? null })
        }
      >
        <option value="">{t('library.allKinds')}</option>
        {CUE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`cues.kindOf.${kind}`)}
          </option>
        ))}
      </select>
    </>
  );
}
