import { useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { NoteDraft } from '#renderer/store/person-shown.ts';
import type { AppError } from '#shared/contract/app-error.ts';
import { NOTE_MAX, type PersonCard } from '#shared/model/person.ts';

/** The last change made here, to be taken back. */
type Saved = { readonly before: string; readonly changedTs: number | null };

export interface NoteState {
  readonly text: string;
  /** As it would be stored. */
  readonly length: number;
  readonly isTooLong: boolean;
  readonly isChanged: boolean;
  readonly canClear: boolean;
  readonly canUndo: boolean;
  readonly outcome: MessageKey | null;
  readonly error: AppError | null;
  /** What another desk has made of the note while this one was typing; null where it has not. */
  readonly theirs: { readonly text: string } | null;
  type(text: string): void;
  save(): void;
  clear(): void;
  undo(): void;
  takeTheirs(): void;
  keepMine(): void;
}

/** The note of a card: as it is stored, or as it is being typed here, kept while the card is closed. */
export function useNote(card: PersonCard, onChanged: () => void): NoteState {
  const run = useCommand();
  const held = useDeskStore((desk) => desk.noteDraft);
  const setDraft = useDeskStore((desk) => desk.setNoteDraft);
  const [saved, setSaved] = useState<Saved | null>(null);
  const [outcome, setOutcome] = useState<MessageKey | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const { platform, platformUserId, note } = card;
  const key = { platform, platformUserId };
  const isMine = held?.platform === platform && held.platformUserId === platformUserId;
  const draft = isMine ? held : null;
  const stored = note?.text ?? '';
  const storedTs = note?.changedTs ?? null;
  const text = draft?.text ?? stored;
  const length = text.trim().length;

  async function put(next: string, replaces: number | null, done: MessageKey): Promise<void> {
    const result = await run('person.setNote', { ...key, text: next, replaces });
    setError(result.ok ? null : result.error);
    onChanged();
    if (!result.ok) return;
    setSaved({ before: stored, changedTs: result.value.changedTs });
    setOutcome(done);
    setDraft(null);
  }

  function begin(typed: string): NoteDraft {
    return { ...key, text: typed, replaces: draft === null ? storedTs : draft.replaces };
  }

  const isTooLong = length > NOTE_MAX;
  const isChanged = draft !== null && draft.text.trim() !== stored;
  return {
    text,
    length,
    isTooLong,
    isChanged,
    canClear: text !== '',
    canUndo: saved !== null && !isChanged && saved.changedTs === storedTs,
    outcome,
    error,
    theirs: draft !== null && isChanged && draft.replaces !== storedTs ? { text: stored } : null,
    type(typed) {
      setError(null);
      setOutcome(null);
      setDraft(begin(typed));
    },
    save() {
      if (!isChanged || isTooLong) return;
      const done = text.trim() === '' ? 'person.noteCleared' : 'person.noteSaved';
      void put(text.trim(), begin(text).replaces, done);
    },
    clear() {
      setDraft(null);
      if (stored !== '') void put('', storedTs, 'person.noteCleared');
    },
    undo() {
      if (saved !== null) void put(saved.before, saved.changedTs, 'person.noteUndone');
    },
    takeTheirs() {
      setDraft(null);
      setError(null);
    },
    keepMine() {
      setError(null);
      setDraft({ ...begin(text), replaces: storedTs });
    },
  };
}
