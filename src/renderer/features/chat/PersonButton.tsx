import { useEffect } from 'react';
import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';

import { senderName } from './ChatRowView.tsx';

/** Opens the card of the selected line's sender; its key and the palette do the same. */
export function PersonButton({ row }: { readonly row: ChatRow }): ReactElement | null {
  const { t } = useI18n();
  const choosePerson = useDeskStore((state) => state.choosePerson);
  const openChosenPerson = useDeskStore((state) => state.openChosenPerson);
  const { platform, actor } = row.event;
  const platformUserId = actor?.platformUserId ?? null;
  const name = senderName(row) ?? t('chat.someone');

  useEffect(() => {
    choosePerson(platformUserId === null ? null : { platform, platformUserId, name });
    return () => choosePerson(null);
  }, [choosePerson, platform, platformUserId, name]);

  if (actor === null) return null;
  const isHidden = platformUserId === null;
  return (
    <Button
      disabled={isHidden}
      title={t(isHidden ? 'person.hidden' : 'person.openHint', { name })}
      onClick={openChosenPerson}
    >
      {t('person.open')} <ActionKey of="openPerson" />
    </Button>
  );
}
