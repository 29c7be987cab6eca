import { create } from 'zustand';

import type { SourceId } from '#shared/model/ids.ts';

import type { LiveRoomForm } from './live-room-form.ts';

interface SetUpDraft {
  /** What was typed in the first step; null: nothing yet. */
  readonly form: LiveRoomForm | null;
  /** The source that the first step made, so that another channel takes its place. */
  readonly added: { readonly sourceId: SourceId; readonly channel: string } | null;
}

/** What is typed while a room is set up: it outlives the step, and is forgotten with the last one. */
export const useSetUpDraft = create<SetUpDraft>(() => ({ form: null, added: null }));

export function forgetSetUpDraft(): void {
  useSetUpDraft.setState({ form: null, added: null });
}
