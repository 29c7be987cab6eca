import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { ShowId } from '#shared/model/ids.ts';

import { AnchorsPane } from './AnchorsPane.tsx';
import { BinPane } from './BinPane.tsx';
import { ComparePane } from './ComparePane.tsx';
import { ProductsPane } from './ProductsPane.tsx';
import { ShowList } from './ShowList.tsx';
import styles from './ShowsSheet.module.css';
import { UndoNote } from './UndoNote.tsx';
import { useShows } from './use-shows.ts';

const PARTS = ['list', 'anchors', 'products', 'bin'] as const;
type Part = (typeof PARTS)[number];

/** A show, and the one it is held against; null: earlier ones of the room. */
export type ComparedPair = { readonly showId: ShowId; readonly withId: ShowId | null };

/** All shows of the room: found, ordered, tagged, compared, put together and put away. */
export function ShowsSheet({ onClose }: { onClose(): void }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { answer, error, reload } = useShows();
  const [part, setPart] = useState<Part>('list');
  const [pair, setPair] = useState<ComparedPair | null>(null);
  const [removed, setRemoved] = useState<readonly ShowId[]>([]);
  const besideWidth = useBesideWidth();
  const tabs = useMemo(
    () =>
      PARTS.map((id) => ({
        id,
        label: t(`shows.part.${id}`),
        count: id === 'bin' ? (answer?.bin.length ?? null) : null,
      })),
    [t, answer],
  );

  if (pair !== null && answer !== null) {
    return (
      <Dialog
        title={t('shows.compare.title')}
        onClose={() => setPair(null)}
        isWide
        besideWidth={besideWidth}
      >
        <ComparePane pair={pair} shows={answer.shows} onPair={setPair} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('shows.title')} onClose={onClose} isWide besideWidth={besideWidth}>
      <div className={styles.sheet}>
        <Tabs label={t('shows.title')} tabs={tabs} selected={part} onSelect={setPart} />
        {error !== null && (
          <Notice tone="danger">
            {t('shows.error', { reason: errorMessage(i18n, error) })}{' '}
            <Button onClick={reload}>{t('common.retry')}</Button>
          </Notice>
        )}
        {removed.length > 0 && (
          <UndoNote
            key={removed.join()}
            showIds={removed}
            onUndone={() => {
              setRemoved([]);
              reload();
            }}
            onDismiss={() => setRemoved([])}
          />
        )}
        {answer === null && error === null && <p role="status">{t('shows.loading')}</p>}
        {answer !== null && part === 'list' && answer.shows.length === 0 && (
          <EmptyState title={t('shows.empty')}>{t('shows.emptyHint')}</EmptyState>
        )}
        {answer !== null && part === 'list' && answer.shows.length > 0 && (
          <ShowList
            answer={answer}
            onChanged={reload}
            onRemoved={(showIds) => {
              setRemoved(showIds);
              reload();
            }}
            onCompare={setPair}
          />
        )}
        {answer !== null && part === 'anchors' && <AnchorsPane shows={answer.shows} />}
        {answer !== null && part === 'products' && <ProductsPane products={answer.products} />}
        {answer !== null && part === 'bin' && <BinPane bin={answer.bin} onChanged={reload} />}
      </div>
    </Dialog>
  );
}

/** As wide as the column of what is armed leaves it; all of a window of one part. */
function useBesideWidth(): string | null {
  const share = useDeskStore((desk) => desk.layouts['columns']?.['action']);
  const isOwnWindow = useDeskStore((desk) => desk.part !== null);
  const isLive = useDeskStore((desk) => desk.view.name === 'live');
  if (isOwnWindow || !isLive) return '0';
  return share === undefined ? null : `${share}%`;
}
