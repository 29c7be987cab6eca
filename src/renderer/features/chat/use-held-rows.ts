import { useCallback, useRef, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { createChatLog } from '#renderer/store/chat-log.ts';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { useSettings } from '#renderer/store/selectors.ts';
import { NO_WORDS } from '#shared/model/word-lists.ts';

const PAGE_ROWS = 200;
/** Earlier rows that are kept while looking back; the store has the rest. */
const EARLIER_ROWS_MAX = 6_000;

export interface HeldRows {
  /** What stands still: earlier pages, then the rows of the moment. */
  readonly rows: readonly ChatRow[];
  /** Log total at that moment: what came since is new. */
  readonly total: number;
  readonly lastSeq: number;
  readonly startAbovePx: number;
  /** The pinned list had the focus when it was put away. */
  readonly hadFocus: boolean;
  readonly isPrepending: boolean;
  /** No earlier messages exist in this show. */
  readonly isComplete: boolean;
}

/** What holds when the user looks up. */
type HeldMoment = Pick<HeldRows, 'rows' | 'total' | 'startAbovePx' | 'hadFocus'>;

interface HeldState {
  /** Null while pinned to the end. */
  readonly held: HeldRows | null;
  hold(moment: HeldMoment): void;
  release(): void;
  /** Asks the core for the page before the first row; one at a time. */
  loadEarlier(): void;
}

/** The rows as they stood when the user looked up, and the earlier ones they scroll to. */
export function useHeldRows(): HeldState {
  const run = useCommand();
  const [held, setHeld] = useState<HeldRows | null>(null);
  const isLoading = useRef(false);
  const words = useSettings()?.words ?? NO_WORDS;

  const hold = useCallback((moment: HeldMoment) => {
    const lastSeq = moment.rows[moment.rows.length - 1]?.seq ?? 0;
    setHeld({ ...moment, lastSeq, isPrepending: false, isComplete: false });
  }, []);

  const release = useCallback(() => setHeld(null), []);

  const first = held?.rows[0];
  const canLoad = held !== null && !held.isComplete && held.rows.length < EARLIER_ROWS_MAX;
  const loadEarlier = useCallback(() => {
    if (!canLoad || first === undefined || isLoading.current) return;
    isLoading.current = true;
    void run('chat.page', { beforeSeq: first.seq, limit: PAGE_ROWS }).then((result) => {
      isLoading.current = false;
      if (!result.ok) return;
      // A log of its own strikes what the page's deletions mean.
      const page = createChatLog(PAGE_ROWS);
      page.setWords(words);
      page.append(result.value.events);
      const earlier = page.rows();
      const isComplete = result.value.events.length < PAGE_ROWS;
      setHeld((now) =>
        now === null || now.rows[0] !== first
          ? now
          : { ...now, rows: [...earlier, ...now.rows], isPrepending: true, isComplete },
      );
    });
  }, [canLoad, first, run, words]);

  return { held, hold, release, loadEarlier };
}
