import { useState } from 'react';
import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { makeRoomId } from '#renderer/connection/room-window.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useRooms, useSettings } from '#renderer/store/selectors.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import { CURRENCIES } from '#shared/model/money.ts';

import { RoomForm } from './RoomForm.tsx';
import { RoomRow } from './RoomRow.tsx';
import styles from './RoomsSheet.module.css';

/** Rooms side by side: what runs in each, which this window works, and a form for one more. */
export function RoomsSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const perform = usePerform();
  const rooms = useRooms();
  const currency = useSettings()?.currency ?? CURRENCIES[0];
  const [error, setError] = useState<AppError | null>(null);

  async function create(name: string): Promise<boolean> {
    const roomId = makeRoomId();
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const result = await run('room.create', { roomId, name, timeZone, currency });
    setError(result.ok ? null : result.error);
    if (result.ok) perform({ type: 'openRoom', roomId });
    return result.ok;
  }

  return (
    <Dialog title={t('rooms.title')} onClose={onClose}>
      <p className={styles.text}>{t('rooms.text')}</p>
      <ul className={styles.list} aria-label={t('rooms.title')}>
        {rooms.map((room) => (
          <RoomRow key={room.roomId} room={room} />
        ))}
      </ul>
      <section className={styles.add}>
        <h3 className={styles.addTitle}>{t('rooms.new')}</h3>
        <RoomForm value="" saves={t('rooms.create')} onSave={create} onCancel={null} />
        {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
      </section>
    </Dialog>
  );
}
