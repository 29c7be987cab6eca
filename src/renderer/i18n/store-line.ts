import type { RoomSlices } from '#shared/contract/room-snapshot.ts';

import type { I18n } from './i18n-context.tsx';

interface StoreLine {
  readonly store: RoomSlices['store'];
  /** The events that are counted are those of a show. */
  readonly hasShow: boolean;
}

/** A commit takes milliseconds; one that takes longer is to be seen. */
const IN_MS_BELOW = 1_000;

/** How much of the show is on disk and how far that is behind; nothing is counted without a show. */
export function storeLine({ t, tn, format }: I18n, { store, hasShow }: StoreLine): string {
  const { eventsStored, commitDelayMs } = store;
  if (!hasShow) return t('topBar.storeHintNoShow');
  if (commitDelayMs === null) return tn('topBar.storeHintStill', eventsStored);
  const isShort = commitDelayMs < IN_MS_BELOW;
  const delay = isShort ? `${String(Math.round(commitDelayMs))} ms` : format.delay(commitDelayMs);
  return tn('topBar.storeHint', eventsStored, { delay });
}
