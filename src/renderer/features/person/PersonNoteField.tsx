import { useId } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { NOTE_MAX, type PersonCard } from '#shared/model/person.ts';

import styles from './PersonSheet.module.css';
import { useNote, type NoteState } from './use-note.ts';

interface PersonNoteFieldProps {
  readonly card: PersonCard;
  readonly onChanged: () => void;
}

/** What the operators write about a person; each save can be taken back while the card is open. */
export function PersonNoteField({ card, onChanged }: PersonNoteFieldProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const note = useNote(card, onChanged);
  const { text, length, isTooLong, isChanged, error } = note;
  const [fieldId, statusId] = [useId(), useId()];
  const counts = { given: format.number(length), max: format.number(NOTE_MAX) };

  function onKeyDown(event: KeyboardEvent): void {
    const isChord = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isChord || isComposing(event.nativeEvent)) return;
    event.stopPropagation();
    event.preventDefault();
    note.save();
  }

  return (
    <section>
      <h3 className={styles.title}>
        <label htmlFor={fieldId}>{t('person.note')}</label>
      </h3>
      <textarea
        id={fieldId}
        className={styles.note}
        rows={2}
        spellCheck={false}
        dir="auto"
        value={text}
        placeholder={t('person.noteHint')}
        aria-describedby={statusId}
        aria-invalid={isTooLong}
        onChange={(event) => note.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.noteBar}>
        <span id={statusId} className={isTooLong ? styles.fault : styles.quiet} role="status">
          {isTooLong ? t('person.noteTooLong', counts) : <Outcome note={note} />}
        </span>
        {note.canUndo && <Button onClick={note.undo}>{t('person.noteUndo')}</Button>}
        <Button tone="quiet" disabled={!note.canClear} onClick={note.clear}>
          {t('person.noteClear')}
        </Button>
        <Button disabled={!isChanged || isTooLong} onClick={note.save}>
          {t('person.noteSave')}
        </Button>
      </div>
      <Overtaken note={note} />
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
    </section>
  );
}

function Outcome({ note }: { readonly note: NoteState }): ReactElement {
  const { t, format } = useI18n();
  const { outcome, length, isChanged } = note;
  if (outcome !== null && !isChanged) return <>{t(outcome)}</>;
  if (length === 0) return <></>;
  return (
    <>{t('person.noteLength', { given: format.number(length), max: format.number(NOTE_MAX) })}</>
  );
}

/** Somebody at another desk was quicker: theirs is shown, neither is lost. */
function Overtaken({ note }: { readonly note: NoteState }): ReactElement | null {
  const { t } = useI18n();
  const { theirs } = note;
  if (theirs === null) return null;
  return (
    <Notice tone="warn">
      <span>{t('person.noteChanged')}</span>{' '}
      <span className={styles.theirs} dir="auto">
        {theirs.text === '' ? t('person.noteNowEmpty') : theirs.text}
      </span>{' '}
      <Button onClick={note.takeTheirs}>{t('person.noteTheirs')}</Button>{' '}
      <Button onClick={note.keepMine}>{t('person.noteMine')}</Button>
    </Notice>
  );
}
