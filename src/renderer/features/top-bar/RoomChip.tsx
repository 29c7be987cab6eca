import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { roomName } from '#renderer/i18n/room-name.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useHostKind, useRooms } from '#renderer/store/selectors.ts';
import { useOwnRoom, useWantsGlobalKeys } from '#renderer/store/use-own-room.ts';
import { useHasFocus } from '#renderer/ui/use-has-focus.ts';

import styles from './RoomChip.module.css';

/** Which of several rooms this window works, and whether keys go to it; nothing where there is one. */
export function RoomChip(): ReactElement | null {
  const i18n = useI18n();
  const { t } = i18n;
  const rooms = useRooms();
  const room = useOwnRoom();
  const hasFocus = useHasFocus();
  const isApp = useHostKind() === 'app';
  const isGlobal = useWantsGlobalKeys() === true && isApp;
  const openPanel = useDeskStore((desk) => desk.openPanel);
  const part = useDeskStore((desk) => desk.part);
  if (room === null || rooms.length < 2) return null;
  const name = roomName(i18n, room);
  const says = [
    t(hasFocus ? 'rooms.chipFocused' : 'rooms.chipUnfocused', { room: name }),
    ...(isGlobal ? [t('rooms.chipGlobal', { room: name })] : []),
  ].join(t('common.separator'));
  const content = (
    <>
      <span className={styles.name}>{name}</span>
      <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
        <path d="M1.5 4.5h13v7h-13zM4 7h.5M7.5 7H8m3 0h.5M5 9.5h6" />
        {!hasFocus && <path d="M2 14 14 2" />}
      </svg>
      <span className={styles.keys}>{t(hasFocus ? 'rooms.keysHere' : 'rooms.keysElsewhere')}</span>
      {isGlobal && <span className={styles.global}>{t('rooms.globalHere')}</span>}
    </>
  );
  // A part opens no room, so there is nothing to press.
  return part === null ? (
    <button
      type="button"
      className={styles.chip}
      data-focus={hasFocus}
      title={says}
      aria-label={says}
      onClick={() => openPanel('rooms')}
    >
      {content}
    </button>
  ) : (
    <span className={styles.chip} data-focus={hasFocus} title={says}>
      {content}
    </span>
  );
}
