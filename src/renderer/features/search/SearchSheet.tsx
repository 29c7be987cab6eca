import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { SearchDraft } from '#renderer/store/search-draft.ts';
import { useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { copyText } from '#renderer/ui/copy-text.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { SearchHit } from '#shared/model/search.ts';

import { HitBar } from './HitBar.tsx';
import { hitRowId } from './HitRow.tsx';
import { SearchFields } from './SearchFields.tsx';
import { SearchNotes } from './SearchNotes.tsx';
import { SearchResults } from './SearchResults.tsx';
import styles from './SearchSheet.module.css';
import { useSearch, type Search } from './use-search.ts';

/** Messages of all shows: typed for, narrowed, walked through by keys, each opened where it happened. */
export function SearchSheet({ onClose }: { onClose(): void }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const draft = useDeskStore((desk) => desk.searchDraft);
  const setDraft = useDeskStore((desk) => desk.setSearchDraft);
  const search = useSearch(draft);
  const { answer, isLooking, error } = search;
  const hits = answer?.hits ?? [];
  const [pickedSeq, setPickedSeq] = useState<number | null>(null);
  const picked = hits.find(({ seq }) => seq === pickedSeq) ?? null;
  const { barrier, open } = useOpening(picked);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  // Behind the sheet's own wish for the focus.
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const onKeyDown = useHitKeys({ hits, picked, onPick: setPickedSeq, onOpen: open, search });
  return (
    <Dialog title={t('search.title')} onClose={onClose} isWide besideWidth={useBesideWidth()}>
      <div className={styles.sheet}>
        <SearchFields
          draft={draft}
          onChange={setDraft}
          onKeyDown={onKeyDown}
          inputRef={input}
          listId={listId}
          pickedId={picked === null ? null : hitRowId(picked.seq)}
        />
        <SearchNotes answer={answer} isLooking={isLooking} />
        {error !== null && (
          <Notice tone="danger">
            {t('search.error', { reason: errorMessage(i18n, error) })}{' '}
            <Button onClick={search.retry}>{t('search.retry')}</Button>
          </Notice>
        )}
        <SearchResults
          id={listId}
          text={draft.text}
          answer={answer}
          isLooking={isLooking}
          picked={picked}
          onPick={setPickedSeq}
          onOpen={open}
          onKeyDown={onKeyDown}
          onMore={search.more}
        />
        {picked !== null && (
          <HitBar
            key={picked.seq}
            hit={picked}
            barrier={barrier}
            onOpen={open}
            draft={draft}
            onChange={(next: SearchDraft) => {
              setDraft(next);
              input.current?.focus();
            }}
          />
        )}
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

type Opening = { readonly barrier: MessageKey | null; open(): void };

/** The review of the hit's show, at its moment. A show that still runs has none yet. */
function useOpening(hit: SearchHit | null): Opening {
  const show = useShow();
  const part = useDeskStore((desk) => desk.part);
  const showMoment = useDeskStore((desk) => desk.showMoment);
  const isRunning = hit !== null && show?.id === hit.showId && show.state !== 'ended';
  const barrier = part !== null ? 'search.notHere' : isRunning ? 'search.running' : null;
  return {
    barrier,
    open() {
      if (hit !== null && barrier === null) showMoment(hit.showId, hit.ts);
    },
  };
}

type HitKeys = {
  readonly hits: readonly SearchHit[];
  readonly picked: SearchHit | null;
  readonly onPick: (seq: number | null) => void;
  readonly onOpen: () => void;
  readonly search: Search;
};

/** In the field and in the list alike: arrows walk, Enter opens, copying without a selection copies the hit. */
function useHitKeys({
  hits,
  picked,
  onPick,
  onOpen,
  search,
}: HitKeys): (event: KeyboardEvent) => void {
  function pick(place: number): void {
    const hit = hits[Math.min(Math.max(place, 0), hits.length - 1)];
    if (hit === undefined) return;
    if (place >= hits.length - 1) search.more();
    onPick(hit.seq);
    document.getElementById(hitRowId(hit.seq))?.scrollIntoView?.({ block: 'nearest' });
  }

  return (event) => {
    if (isComposing(event.nativeEvent)) return;
    const place = hits.findIndex(({ seq }) => seq === picked?.seq);
    const isInField = event.currentTarget instanceof HTMLInputElement;
    if (event.key === 'ArrowDown') pick(place + 1);
    else if (event.key === 'ArrowUp') pick(place - 1);
    else if (event.key === 'Home' && !isInField) pick(0);
    else if (event.key === 'End' && !isInField) pick(hits.length - 1);
    else if (event.key === 'Enter' && !event.repeat) onOpen();
    else if (isCopy(event) && picked !== null && !hasSelection(event.currentTarget)) {
      void copyText(picked.text);
    } else return;
    // Not the desk's Enter, which pins what is armed.
    event.stopPropagation();
    event.preventDefault();
  };
}

function isCopy({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'c' && (ctrlKey || metaKey);
}

function hasSelection(element: EventTarget): boolean {
  if (element instanceof HTMLInputElement) return element.selectionStart !== element.selectionEnd;
  return (document.getSelection()?.toString() ?? '') !== '';
}
