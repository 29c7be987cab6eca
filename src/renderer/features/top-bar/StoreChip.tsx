import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import { storeLine } from '#renderer/i18n/store-line.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useShow, useStoreState } from '#renderer/store/selectors.ts';
import { Chip, type ChipTone } from '#renderer/ui/Chip.tsx';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';

type ChipState = { readonly tone: ChipTone; readonly key: MessageKey };

/** What matters most of the store; what is not on disk comes before everything else. */
function chipState({ state, keeping }: RoomSlices['store']): ChipState {
  if (state === 'failing') return { tone: 'danger', key: 'topBar.store.failing' };
  if (keeping.space.isLow) return { tone: 'warn', key: 'store.chip.lowSpace' };
  if (keeping.report !== null) return { tone: 'warn', key: 'store.chip.report' };
  if (state === 'slow') return { tone: 'warn', key: 'topBar.store.slow' };
  if (keeping.check.state === 'running') return { tone: 'busy', key: 'store.chip.checking' };
  return { tone: 'ok', key: 'topBar.store.ok' };
}

/** Whether what happens is on disk; opens the sheet about the store. */
export function StoreChip(): ReactElement | null {
  const i18n = useI18n();
  const { t, format } = i18n;
  const hasShow = useShow() !== null;
  const store = useStoreState();
  const openPanel = useDeskStore((desk) => desk.openPanel);
  if (store === null) return null;
  const { tone, key } = chipState(store);
  const lines = [
    storeLine(i18n, { store, hasShow }),
    store.dropped > 0 ? t('topBar.storeDropped', { count: format.number(store.dropped) }) : '',
    store.rawFramesDropped > 0
      ? t('topBar.rawFramesDropped', { count: format.number(store.rawFramesDropped) })
      : '',
    store.dataFolder,
  ];
  return (
    // On a small screen the footer's line is enough while all is well.
    <span data-calm={tone === 'ok'}>
      <Chip
        tone={tone}
        title={lines.filter((line) => line !== '').join('\n')}
        onPress={() => openPanel('store')}
      >
        {t(key)}
      </Chip>
    </span>
  );
}
