import { useCallback, useMemo, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { Review } from '#shared/model/review.ts';
import type { ReviewNote } from '#shared/model/review-note.ts';

import { useElsewhere } from '../use-elsewhere.ts';

export interface NotesOfReview {
  readonly notes: readonly ReviewNote[];
  readonly error: AppError | null;
  /** The one that was removed last, and can be put back; null for none. */
  readonly removed: ReviewNote | null;
  /** True when it was taken. */
  add(ts: number, note: string): Promise<boolean>;
  remove(note: ReviewNote): Promise<void>;
  putBack(): Promise<void>;
  /** Somebody else wrote: what stands is not what is shown. */
  readonly isNews: boolean;
  showNews(): void;
  /** What stands is read again. */
  refresh(): Promise<void>;
}

type Read = { readonly review: Review; readonly notes: readonly ReviewNote[] };

/** The marked moments of a show, with every change of them as it is stored. */
export function useNotes(review: Review): NotesOfReview {
  const run = useCommand();
  const [read, setRead] = useState<Read | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  /** A change of this page is under way: it is no news. */
  const [isOwn, setOwn] = useState(false);
  const [removed, setRemoved] = useState<ReviewNote | null>(null);
  const showId = review.show.id;

  const refresh = useCallback(async (): Promise<void> => {
    const result = await run('bookmark.list', { showId });
    if (result.ok) setRead({ review, notes: result.value.notes });
    else setError(result.error);
  }, [run, review, showId]);
  const told = useCallback(
    async (asked: Promise<Result<unknown>>): Promise<boolean> => {
      setOwn(true);
      const result = await asked;
      setError(result.ok ? null : result.error);
      if (result.ok) await refresh();
      setOwn(false);
      return result.ok;
    },
    [refresh],
  );

  const notes = read?.review === review ? read.notes : review.notes;
  const news = useElsewhere({
    showId,
    held: notes,
    read: async () => {
      const result = await run('bookmark.list', { showId });
      return result.ok ? result.value.notes : null;
    },
  });
  return useMemo(
    () => ({
      notes,
      error,
      removed,
      isNews: news !== null && !isOwn,
      showNews: () => {
        if (news !== null) setRead({ review, notes: news });
      },
      refresh,
      add: async (ts, note) => told(run('bookmark.addAt', { showId, ts, note })),
      remove: async (note) => {
        if (await told(run('bookmark.remove', { showId, seq: note.seq }))) setRemoved(note);
      },
      putBack: async () => {
        if (removed === null) return;
        const { seq, note, imageId } = removed;
        const image = imageId === null ? null : { imageId };
        setRemoved(null);
        await told(run('bookmark.note', { showId, seq, note, image }));
      },
    }),
    [notes, error, removed, news, isOwn, review, refresh, told, run, showId],
  );
}

/** The review with its marked moments as they stand, also where marks are drawn. */
export function withNotes(review: Review, notes: readonly ReviewNote[]): Review {
  if (notes === review.notes) return review;
  const others = review.marks.filter(({ kind }) => kind !== 'bookmark');
  const own = notes.map(({ seq, ts, note }) => ({
    seq,
    ts,
    kind: 'bookmark' as const,
    label: note,
  }));
  const marks = [...others, ...own].sort((a, b) => a.ts - b.ts || a.seq - b.seq);
  return { ...review, marks, notes: [...notes] };
}
