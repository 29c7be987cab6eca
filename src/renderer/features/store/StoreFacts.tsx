import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { storeLine } from '#renderer/i18n/store-line.ts';
import { useShow } from '#renderer/store/selectors.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';

import { byteSize } from '#renderer/i18n/byte-size.ts';
import styles from './StoreSheet.module.css';

/** The store in a few lines: what is on disk, what was checked, how much room is left. */
export function StoreFacts({ store }: { readonly store: RoomSlices['store'] }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const hasShow = useShow() !== null;
  const { backup } = store.keeping;
  const lines: readonly (readonly [string, string])[] = [
    [t('store.fact.state'), stateText(i18n, store, hasShow)],
    [t('store.fact.check'), checkText(i18n, store.keeping.check)],
    [
      t('store.fact.backup'),
      backup.error === null
        ? lastBackupText(i18n, backup)
        : t('store.backupFailed', { reason: errorMessage(i18n, backup.error) }),
    ],
    [t('store.fact.space'), spaceText(i18n, store.keeping.space)],
    [t('store.fact.folder'), store.dataFolder],
  ];
  return (
    <dl className={styles.facts}>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Keeping = RoomSlices['store']['keeping'];

function stateText(i18n: I18n, store: RoomSlices['store'], hasShow: boolean): string {
  const { t, format } = i18n;
  if (store.state === 'failing' && store.error !== null) return errorMessage(i18n, store.error);
  const dropped =
    store.dropped > 0 ? t('topBar.storeDropped', { count: format.number(store.dropped) }) : null;
  const line = storeLine(i18n, { store, hasShow });
  return dropped === null ? line : `${line}${t('common.separator')}${dropped}`;
}

function checkText({ t, format }: I18n, { state, checkedTs }: Keeping['check']): string {
  const time = checkedTs === null ? '—' : format.dateTime(checkedTs, null);
  return t(`store.check.${state}`, { time });
}

function lastBackupText({ t, format }: I18n, { last }: Keeping['backup']): string {
  if (last === null) return t('store.noBackup');
  return t('store.lastBackup', {
    time: format.dateTime(last.madeTs, null),
    reason: t(`store.reason.${last.reason ?? 'unknown'}`),
  });
}

function spaceText({ t, format }: I18n, space: Keeping['space']): string {
  if (space.freeBytes === null) return t('store.spaceUnknown');
  const free = t('store.free', { size: byteSize(format, space.freeBytes) });
  return space.hasReserve
    ? t('common.sentences', { first: free, second: t('store.reserve') })
    : free;
}
