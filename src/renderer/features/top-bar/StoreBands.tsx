import type { ReactElement } from 'react';

import { byteSize } from '#renderer/i18n/byte-size.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { reportHeadline } from '#renderer/i18n/store-report.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useStoreState } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';

import { Band } from './Band.tsx';

interface StoreBandProps {
  readonly store: RoomSlices['store'];
}

/** What the store needs somebody to know: trouble first, then what may become trouble. */
export function StoreBands(): ReactElement | null {
  const store = useStoreState();
  if (store === null) return null;
  return (
    <>
      <CommitBand store={store} />
      <KeepingBands store={store} />
    </>
  );
}

function CommitBand({ store }: StoreBandProps): ReactElement | null {
  const i18n = useI18n();
  if (store.keeping.check.state === 'damaged') {
    return <Band tone="danger">{i18n.t('store.band.damaged')}</Band>;
  }
  if (store.state === 'ok') return null;
  if (store.state === 'slow') {
    const delay = i18n.format.delay(store.commitDelayMs ?? 0);
    return <Band tone="warn">{i18n.t('band.storeSlow', { delay })}</Band>;
  }
  const reason = errorMessage(i18n, store.error ?? { code: 'store_unwritable', params: {} });
  return (
    <Band tone="danger">
      <span>{i18n.t('band.storeFailing', { reason })}</span>
      {store.dropped > 0 && <b>{i18n.tn('band.storeDropped', store.dropped)}</b>}
    </Band>
  );
}

function KeepingBands({ store }: StoreBandProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const openPanel = useDeskStore((desk) => desk.openPanel);
  const { space, wal, report } = store.keeping;
  // How much is left was read a while ago, and says less than that nothing is.
  const isFull = store.state === 'failing' && store.error?.code === 'store_full';
  return (
    <>
      {space.isLow && !isFull && space.freeBytes !== null && (
        <Band tone="warn">
          {t('store.band.lowSpace', { size: byteSize(format, space.freeBytes) })}
        </Band>
      )}
      {wal.isPinned && (
        <Band tone="warn">{t('store.band.pinned', { size: byteSize(format, wal.bytes) })}</Band>
      )}
      {report !== null && (
        <Band tone={report.kind === 'restored' || report.kind === 'imported' ? 'info' : 'warn'}>
          <span>{reportHeadline(i18n, report)}</span>
          <Button onClick={() => openPanel('store')}>{t('store.band.report')}</Button>
        </Band>
      )}
    </>
  );
}
