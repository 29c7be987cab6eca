import type { RoomSlices } from '#shared/contract/room-snapshot.ts';

import type { I18n } from './i18n-context.tsx';

interface StoreLine {
  readonly store: RoomSlices['store'];
  /** The events that are counted are those of a show. */
  readonly hasShow: boolean;
  /** How a delay (ms) is written. */
  delayText(ms: number): string;
}

/** How much of the show is on disk and how far that is behind; nothing is counted without a show. */
export function storeLine({ t, tn }: I18n, { store, hasShow, delayText }: StoreLine): string {
  const { eventsStored, commitDelayMs } = store;
  if (!hasShow) return t('topBar.storeHintNoShow');
  return commitDelayMs === null
    ? tn('topBar.storeHintStill', eventsStored)
    : tn('topBar.storeHint', eventsStored, { delay: delayText(commitDelayMs) });
}
