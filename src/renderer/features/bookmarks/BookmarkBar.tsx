import { useCallback, useEffect, useState } from 'react';
import type { ReactElement } from 'react';

import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { NoteEditor } from '#renderer/notes/NoteEditor.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { ShownBookmark } from '#renderer/store/shown-bookmark.ts';
import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import floating from '#renderer/ui/Floating.module.css';
import type { ReviewNote } from '#shared/model/review-note.ts';

import styles from './BookmarkBar.module.css';

/** Nobody writes: it goes as it came. */
const LEFT_AFTER_MS = 8_000;

/** After a moment was marked: a place for what it was, which takes no key until it is asked to. */
export function BookmarkBar(): ReactElement | null {
  const shown = useDeskStore((desk) => desk.shownBookmark);
  return shown === null ? null : <OpenBar key={shown.seq} shown={shown} />;
}

function OpenBar({ shown }: { readonly shown: ShownBookmark }): ReactElement {
  const { t, format } = useI18n();
  const runInArea = useRunInArea();
  const show = useDeskStore((desk) => desk.showBookmark);
  const { showId, seq, ts, isWriting } = shown;

  useEffect(() => {
    if (isWriting) return undefined;
    const timer = setTimeout(() => show(null), LEFT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isWriting, show]);

  /** The keys go back to the desk. */
  const leave = useCallback((): void => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    show(null);
  }, [show]);
  async function remove(): Promise<void> {
    const result = await runInArea('show', 'bookmark.remove', { showId, seq });
    if (result.ok) leave();
  }

  return (
    <section className={classNames(floating.floating, styles.bar)} aria-label={t('note.title')}>
      <div className={styles.head}>
        <span className={styles.title} role="status">
          {t('note.markedAt', { time: format.time(ts, null) })}
        </span>
        {!isWriting && (
          <Button onClick={() => show({ ...shown, isWriting: true })}>
            {t('note.writeHere')} <ActionKey of="noteBookmark" />
          </Button>
        )}
        <Button tone="quiet" onClick={() => void remove()}>
          {t('note.unmark')}
        </Button>
        <Button
          tone="quiet"
          aria-label={t('common.close')}
          title={t('common.close')}
          onClick={leave}
        >
          ✕
        </Button>
      </div>
      {isWriting && <Writing shown={shown} onLeave={leave} />}
    </section>
  );
}

interface WritingProps {
  readonly shown: ShownBookmark;
  readonly onLeave: () => void;
}

/** With what was written before, read when it is asked for: a photo must not go with the words. */
function Writing({ shown: { showId, seq }, onLeave }: WritingProps): ReactElement | null {
  const run = useCommand();
  const [note, setNote] = useState<ReviewNote | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void run('bookmark.list', { showId }).then((result) => {
      const held = result.ok ? result.value.notes.find((each) => each.seq === seq) : undefined;
      if (!isCurrent) return;
      if (held === undefined) onLeave();
      else setNote(held);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, showId, seq, onLeave]);
  if (note === null) return null;
  return <NoteEditor showId={showId} note={note} onKept={onLeave} onLeave={onLeave} />;
}
