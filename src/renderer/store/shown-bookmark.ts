import type { ShowId } from '#shared/model/ids.ts';

/** A moment that was marked here. `isWriting`: its field has the keys. */
export type ShownBookmark = {
  readonly showId: ShowId;
  readonly seq: number;
  readonly ts: number;
  readonly isWriting: boolean;
};
