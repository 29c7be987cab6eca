import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { ShownPerson } from '#renderer/store/person-shown.ts';
import { useAreKeptLeftOut, useKeptPeople } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { personKeyText, type PersonCard } from '#shared/model/person.ts';

import { PersonFigures } from './PersonFigures.tsx';
import { PersonHead } from './PersonHead.tsx';
import { PersonMarks } from './PersonMarks.tsx';
import { PersonMessages } from './PersonMessages.tsx';
import { PersonNoteField } from './PersonNoteField.tsx';
import styles from './PersonSheet.module.css';
import { usePersonCard } from './use-person-card.ts';

/** All a desk knows and keeps about one person of the room, beside the chat they were chosen in. */
export function PersonSheet({ onClose }: { onClose(): void }): ReactElement | null {
  const { t } = useI18n();
  const person = useDeskStore((desk) => desk.shownPerson);
  const isOwnWindow = useDeskStore((desk) => desk.part !== null);
  const share = useDeskStore((desk) => desk.layouts['columns']?.['people']);
  if (person === null) return null;
  return (
    <Dialog
      key={personKeyText(person.platform, person.platformUserId)}
      title={t('person.title')}
      onClose={onClose}
      place={isOwnWindow ? 'aboveChat' : 'besideChat'}
      besideWidth={share === undefined ? null : `${share}%`}
    >
      <Shown person={person} />
    </Dialog>
  );
}

function Shown({ person }: { readonly person: ShownPerson }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { card, error, isGone, refresh } = usePersonCard(person);
  return (
    <div className={styles.card}>
      <PersonHead person={person} card={isGone ? null : card} />
      {isGone && <Notice tone="warn">{t('person.gone')}</Notice>}
      {error !== null && !isGone && (
        <Notice tone="danger">
          {t('person.error', { reason: errorMessage(i18n, error) })}{' '}
          <Button onClick={refresh}>{t('person.retry')}</Button>
        </Notice>
      )}
      {card === null && error === null && <p className={styles.quiet}>{t('person.loading')}</p>}
      {card !== null && !isGone && <Parts card={card} onChanged={refresh} />}
    </div>
  );
}

interface PartsProps {
  readonly card: PersonCard;
  readonly onChanged: () => void;
}

function Parts({ card, onChanged }: PartsProps): ReactElement {
  const { t } = useI18n();
  const askToErase = useDeskStore((desk) => desk.askToErase);
  const { platform, platformUserId } = card;
  return (
    <>
      <PersonMarks card={card} onChanged={onChanged} />
      <PersonNoteField card={card} onChanged={onChanged} />
      <LeftOut card={card} />
      <PersonFigures card={card} />
      <PersonMessages card={card} />
      <div>
        <Button
          title={t('person.eraseHint')}
          onClick={() => askToErase({ platform, text: platformUserId })}
        >
          {t('person.erase')}
        </Button>
      </div>
    </>
  );
}

/** Desks are told of so many people; what is kept about the others stands here alone. */
function LeftOut({ card }: { readonly card: PersonCard }): ReactElement | null {
  const { t } = useI18n();
  const people = useKeptPeople();
  const isFull = useAreKeptLeftOut();
  const isKept = card.note !== null || card.marks.some(({ expiredTs }) => expiredTs === null);
  if (!isFull || !isKept) return null;
  if (people.has(personKeyText(card.platform, card.platformUserId))) return null;
  return <p className={styles.quiet}>{t('person.notInChat')}</p>;
}
