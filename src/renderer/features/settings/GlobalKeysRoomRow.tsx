import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { roomName } from '#renderer/i18n/room-name.ts';
import { useRooms } from '#renderer/store/selectors.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { globalKeysRoom } from '#shared/rules/global-keys-room.ts';

import styles from './SettingsSheet.module.css';

/** Which room keys of the whole system work, where there are several. */
export function GlobalKeysRoomRow(): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerform();
  const rooms = useRooms();
  const chosen = globalKeysRoom(useShownSettings().globalKeysRoom, rooms);
  return (
    <div className={styles.row}>
      <SelectField
        label={t('settings.globalKeysRoom')}
        value={chosen ?? ''}
        options={rooms.map((room) => ({ value: room.roomId, label: roomName(i18n, room) }))}
        onChange={(roomId) => {
          const room = rooms.find((each) => each.roomId === roomId);
          if (room === undefined) return;
          perform({ type: 'changeSettings', change: { globalKeysRoom: room.roomId } });
        }}
      />
      <p className={styles.text}>{t('settings.globalKeysRoomText')}</p>
    </div>
  );
}
