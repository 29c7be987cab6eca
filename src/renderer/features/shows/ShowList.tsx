import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react';
import { VList, type VListHandle } from 'virtua';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { isComposing } from '#renderer/ui/composing.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { ShowId } from '#shared/model/ids.ts';
import type { ListedShow } from '#shared/model/show-list.ts';
import {
  findableShows,
  findShows,
  NEWEST_FIRST,
  NO_SHOW_FILTER,
  orderShows,
} from '#shared/rules/shows/find-shows.ts';

import { dateWords } from '#renderer/ui/show-figure-text.ts';
import { ShowActions } from './ShowActions.tsx';
import { ShowFilters } from './ShowFilters.tsx';
import { ShowListHead, ShowRow } from './ShowRow.tsx';
import styles from './ShowsSheet.module.css';
import type { ComparedPair } from './ShowsSheet.tsx';
import type { ShowsAnswer } from './use-shows.ts';

interface ShowListProps {
  readonly answer: ShowsAnswer;
  onChanged(): void;
  onRemoved(showIds: readonly ShowId[]): void;
  onCompare(pair: ComparedPair): void;
}

/** Found while one types; arrows walk, Enter opens the review, Space marks. Only what is in sight is drawn. */
export function ShowList({ answer, ...on }: ShowListProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const [filter, setFilter] = useState(NO_SHOW_FILTER);
  const [order, setOrder] = useState(NEWEST_FIRST);
  const [pickedId, setPickedId] = useState<ShowId | null>(null);
  const [marked, setMarked] = useState<readonly ShowId[]>([]);
  const listId = useId();
  const list = useRef<VListHandle>(null);
  const input = useRef<HTMLInputElement>(null);
  const showReview = useDeskStore((desk) => desk.showReview);
  const { shows, products } = answer;
  const index = useMemo(
    () => findableShows(shows, products, (show) => dateWords(i18n, show)),
    [i18n, shows, products],
  );
  const wanted = useDeferredValue(filter);
  const found = useMemo(() => orderShows(findShows(index, wanted), order), [index, wanted, order]);
  const at = Math.max(
    0,
    found.findIndex(({ id }) => id === pickedId),
  );
  const picked = found[at] ?? null;
  // In the order in which they were marked; what is gone is marked no more.
  const chosen = marked.flatMap((id) => shows.find((show) => show.id === id) ?? []);

  // Behind the sheet's own wish for the focus.
  useEffect(() => input.current?.focus(), []);

  function open(show: ListedShow | null): void {
    if (show?.state === 'ended') showReview(show.id);
  }

  function mark(show: ListedShow | null): void {
    if (show === null) return;
    setMarked((ids) =>
      ids.includes(show.id) ? ids.filter((id) => id !== show.id) : [...ids, show.id],
    );
  }

  function walk(to: number): void {
    const next = found[Math.min(Math.max(to, 0), found.length - 1)];
    if (next === undefined) return;
    setPickedId(next.id);
    list.current?.scrollToIndex(found.indexOf(next), { align: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    const isInField = event.target instanceof HTMLInputElement;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      ...(!isInField && { Home: 0, End: found.length - 1 }),
    };
    const next = steps[event.key];
    if (next !== undefined) walk(next);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) mark(picked);
    else if (event.key === 'Enter' && !event.repeat) open(picked);
    else if (event.key === ' ' && !isInField) mark(picked);
    else return;
    // Not the desk's Enter, which pins what is armed.
    event.stopPropagation();
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const show = found[Number(target.closest<HTMLElement>('[data-at]')?.dataset['at'])];
    if (show === undefined) return;
    setPickedId(show.id);
    if (target.closest('[data-mark]') !== null || event.ctrlKey || event.metaKey) mark(show);
  }

  return (
    <>
      <ShowFilters
        shows={shows}
        filter={filter}
        order={order}
        found={found.length}
        inputRef={input}
        listId={listId}
        pickedId={picked === null ? undefined : `${listId}-${picked.id}`}
        onFilter={setFilter}
        onOrder={setOrder}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 ? (
        <EmptyState title={t('shows.none')}>{t('shows.noneHint')}</EmptyState>
      ) : (
        <>
          <ShowListHead />
          <div
            id={listId}
            role="listbox"
            tabIndex={0}
            aria-label={t('shows.title')}
            aria-multiselectable
            aria-activedescendant={picked === null ? undefined : `${listId}-${picked.id}`}
            className={styles.list}
            onKeyDown={onKeyDown}
            onClick={onClick}
            onDoubleClick={() => open(picked)}
          >
            <VList ref={list} className={styles.virtual} data={found}>
              {(show, place) => (
                <ShowRow
                  key={show.id}
                  id={`${listId}-${show.id}`}
                  show={show}
                  at={place}
                  isPicked={show.id === picked?.id}
                  isMarked={marked.includes(show.id)}
                />
              )}
            </VList>
          </div>
        </>
      )}
      {picked !== null && (
        <ShowActions
          key={chosen.length === 0 ? picked.id : 'marked'}
          shows={chosen.length === 0 ? [picked] : chosen}
          isMarked={chosen.length > 0}
          all={shows}
          onOpen={() => open(picked)}
          onUnmark={() => setMarked([])}
          {...on}
        />
      )}
    </>
  );
}
