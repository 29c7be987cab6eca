import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useStoreState } from '#renderer/store/selectors.ts';
import { Chip, type ChipTone } from '#renderer/ui/Chip.tsx';

const TONES = { ok: 'ok', slow: 'warn', failing: 'danger' } as const satisfies Record<
  string,
  ChipTone
>;

/** Whether what happens is on disk. */
export function StoreChip(): ReactElement | null {
  const { t, format } = useI18n();
  const store = useStoreState();
  if (store === null) return null;
  const lines = [
    t('topBar.storeHint', {
      events: format.number(store.eventsStored),
      delay: store.commitDelayMs === null ? '—' : format.delay(store.commitDelayMs),
    }),
    store.dropped > 0 ? t('topBar.storeDropped', { count: format.number(store.dropped) }) : '',
    store.dataFolder,
  ];
  return (
    // On a small screen the footer's line is enough while all is well.
    <span data-calm={store.state === 'ok'}>
      <Chip tone={TONES[store.state]} title={lines.filter((line) => line !== '').join('\n')}>
        {t(`topBar.store.${store.state}`)}
      </Chip>
    </span>
  );
}
