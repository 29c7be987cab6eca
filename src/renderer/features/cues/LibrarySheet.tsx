import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import type { CueCard } from '#shared/model/cue.ts';
import type { CardUse } from '#shared/model/cue-library.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useCues } from '#renderer/store/selectors.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

import { CardFilters } from './CardFilters.tsx';
import { CardSheet } from './CardSheet.tsx';
import { deckInOrder } from './cue-rules.ts';
import { EVERY_CARD, findCards } from './find-cards.ts';
import styles from './Library.module.css';
import { LibraryHosts } from './LibraryHosts.tsx';
import { LibraryImport } from './LibraryImport.tsx';
import { LibraryList } from './LibraryList.tsx';
import { LibraryTools } from './LibraryTools.tsx';

type Opened =
  | { readonly what: 'list' }
  | { readonly what: 'import' }
  | { readonly what: 'card'; readonly card: CueCard | null };

/** The whole cue library (话术库) of the room: found, changed, taken in and out, and how it was used. */
export function LibrarySheet({ onClose }: { onClose(): void }): ReactElement {
  const { t } = useI18n();
  const { deck } = useCues();
  const share = useDeskStore((desk) => desk.layouts['columns']?.['action']);
  const isOwnWindow = useDeskStore((desk) => desk.part !== null);
  const uses = useUses();
  const [opened, setOpened] = useState<Opened>({ what: 'list' });
  const [filter, setFilter] = useState(EVERY_CARD);
  const search = useRef<HTMLInputElement>(null);
  const cards = useMemo(
    () => findCards(deckInOrder(deck), filter, (kind) => t(`cues.kindOf.${kind}`)),
    [deck, filter, t],
  );

  // Behind the sheet's own wish for the focus.
  useEffect(() => search.current?.focus(), [opened]);

  if (opened.what === 'card') {
    return <CardSheet card={opened.card} onClose={() => setOpened({ what: 'list' })} />;
  }
  const besideWidth = isOwnWindow ? '0' : share === undefined ? null : `${share}%`;
  if (opened.what === 'import') {
    return (
      <Dialog
        title={t('library.pasteTitle')}
        onClose={() => setOpened({ what: 'list' })}
        isWide
        besideWidth={besideWidth}
      >
        <LibraryImport deck={deck} onDone={() => setOpened({ what: 'list' })} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('library.title')} onClose={onClose} isWide besideWidth={besideWidth}>
      <div className={styles.sheet}>
        <LibraryTools
          isEmpty={deck.length === 0}
          onAdd={() => setOpened({ what: 'card', card: null })}
          onImport={() => setOpened({ what: 'import' })}
        />
        <LibraryHosts />
        <CardFilters filter={filter} onChange={setFilter} inputRef={search} />
        <p className={styles.quiet} role="status">
          {t('library.count', { count: cards.length })}
        </p>
        {cards.length > 0 ? (
          <LibraryList
            cards={cards}
            uses={uses}
            onEdit={(card) => setOpened({ what: 'card', card })}
          />
        ) : (
          <EmptyState title={t(deck.length === 0 ? 'library.empty' : 'library.none')}>
            {t(deck.length === 0 ? 'library.emptyHint' : 'library.noneHint')}
          </EmptyState>
        )}
      </div>
    </Dialog>
  );
}

/** How each card was used; read anew with each cue that is sent. */
function useUses(): ReadonlyMap<number, CardUse> {
  const run = useCommand();
  const newestId = useCues().sent.at(-1)?.id ?? 0;
  const [uses, setUses] = useState<ReadonlyMap<number, CardUse>>(new Map());
  useEffect(() => {
    let isCurrent = true;
    void run('cue.usage', {}).then((result) => {
      if (!isCurrent || !result.ok) return;
      setUses(new Map(result.value.cards.map((use) => [use.cardId, use])));
    });
    return () => {
      isCurrent = false;
    };
  }, [run, newestId]);
  return uses;
}
