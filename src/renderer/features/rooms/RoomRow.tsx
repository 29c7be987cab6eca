import { useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { roomName } from '#renderer/i18n/room-name.ts';
import { useHostKind, useRoomId, useRooms } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { RoomEntry } from '#shared/model/room.ts';
import { globalKeysRoom } from '#shared/rules/global-keys-room.ts';

import { RoomForm } from './RoomForm.tsx';
import styles from './RoomsSheet.module.css';

const STATES = {
  planned: 'rooms.planned',
  on_air: 'rooms.onAir',
  paused: 'rooms.paused',
  ended: 'rooms.ended',
} as const;

/** One room: its name, what runs there, and the way to its window. */
export function RoomRow({ room }: { readonly room: RoomEntry }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const perform = usePerform();
  const isHere = useRoomId() === room.roomId;
  const [isNaming, setIsNaming] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const name = roomName(i18n, room);

  async function rename(given: string): Promise<boolean> {
    const result = await run('room.rename', { roomId: room.roomId, name: given });
    setError(result.ok ? null : result.error);
    if (result.ok) setIsNaming(false);
    return result.ok;
  }

  return (
    <li className={styles.room} data-here={isHere}>
      <div className={styles.head}>
        <b className={styles.name}>{name}</b>
        {isHere && <span className={styles.here}>{t('rooms.here')}</span>}
      </div>
      <p
        className={styles.show}
        data-live={room.show?.origin === 'live'}
        data-state={room.show?.state}
      >
        {showText(i18n, room.show)}
      </p>
      {isNaming ? (
        <RoomForm
          value={room.name}
          saves={t('rooms.save')}
          onSave={rename}
          onCancel={() => {
            setError(null);
            setIsNaming(false);
          }}
        />
      ) : (
        <div className={styles.acts}>
          {!isHere && (
            <Button
              aria-label={t('rooms.openWindowNamed', { room: name })}
              onClick={() => perform({ type: 'openRoom', roomId: room.roomId })}
            >
              {t('rooms.openWindow')}
            </Button>
          )}
          <Button
            tone="quiet"
            aria-label={t('rooms.renameNamed', { room: name })}
            onClick={() => setIsNaming(true)}
          >
            {t('rooms.rename')}
          </Button>
          <GlobalKeysChoice room={room} />
        </div>
      )}
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
    </li>
  );
}

/** On air is what viewers see: a demo, replay or rehearsal runs. */
function showText({ t }: I18n, show: RoomEntry['show']): string {
  if (show === null) return t('rooms.noShow');
  const isTried = show.state === 'on_air' && show.origin !== 'live';
  return `${t(isTried ? 'rooms.running' : STATES[show.state])} · ${show.title}`;
}

/** Which room has the keys of the whole system, where they were chosen and there is a choice. */
function GlobalKeysChoice({ room }: { readonly room: RoomEntry }): ReactElement | null {
  const { t } = useI18n();
  const perform = usePerform();
  const rooms = useRooms();
  const isApp = useHostKind() === 'app';
  const settings = useShownSettings();
  if (!isApp || !settings.hasGlobalKeys || rooms.length < 2) return null;
  const { roomId } = room;
  return (
    <label className={styles.global}>
      <input
        type="radio"
        name="global-keys-room"
        checked={globalKeysRoom(settings.globalKeysRoom, rooms) === roomId}
        onChange={() => perform({ type: 'changeSettings', change: { globalKeysRoom: roomId } })}
      />
      {t('rooms.globalKeys')}
    </label>
  );
}
