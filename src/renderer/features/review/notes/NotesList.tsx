import { useState } from 'react';
import type { ReactElement } from 'react';

import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { NoteEditor } from '#renderer/notes/NoteEditor.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Review } from '#shared/model/review.ts';
import { NOTE_MAX, type ReviewNote } from '#shared/model/review-note.ts';
import { imageAddress } from '#shared/rules/image-address.ts';

import { ElsewhereLine } from '../ElsewhereLine.tsx';
import { momentOf } from './moment-of.ts';
import styles from './NotesList.module.css';
import type { NotesOfReview } from './use-notes.ts';

const MINUTE_MS = 60_000;

interface NotesListProps {
  readonly review: Review;
  readonly held: NotesOfReview;
}

/** What was marked and written, with its photo; any moment of the show can be written to afterwards. */
export function NotesList({ review, held }: NotesListProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { notes, error, removed } = held;
  return (
    <section aria-label={t('note.list')}>
      <div className={styles.head}>
        <h3 className={styles.title}>{t('note.list')}</h3>
        <ElsewhereLine isNews={held.isNews} onShow={held.showNews} />
      </div>
      {error !== null && <Notice tone="danger">{errorMessage(i18n, error)}</Notice>}
      {removed !== null && (
        <Notice tone="info">
          {t('note.removed', { time: format.time(removed.ts, null) })}{' '}
          <Button onClick={() => void held.putBack()}>{t('note.undo')}</Button>
        </Notice>
      )}
      {notes.length === 0 && <p className={styles.empty}>{t('note.none')}</p>}
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <NoteRow key={note.seq} review={review} note={note} held={held} />
          ))}
        </ul>
      )}
      <AddNote review={review} held={held} />
    </section>
  );
}

function NoteRow({ review, note, held }: NotesListProps & { readonly note: ReviewNote }) {
  const { t, format } = useI18n();
  const [isEditing, setEditing] = useState(false);
  const time = format.time(note.ts, null);
  const done = (): void => {
    setEditing(false);
    void held.refresh();
  };
  return (
    <li className={styles.note}>
      <span className={styles.time}>{time}</span>
      {isEditing ? (
        <NoteEditor showId={review.show.id} note={note} onKept={done} onLeave={done} />
      ) : (
        <>
          {note.imageId !== null && (
            <a
              className={styles.photo}
              href={imageAddress(note.imageId, 'full')}
              target="_blank"
              rel="noreferrer"
              aria-label={t('note.openPhoto', { time })}
            >
              <img src={imageAddress(note.imageId, 'small')} alt="" decoding="async" />
            </a>
          )}
          <span className={styles.text} data-empty={note.note === ''}>
            {note.note === '' ? t('note.nothing') : note.note}
          </span>
          <Button
            tone="quiet"
            aria-label={t('note.editNamed', { time })}
            onClick={() => setEditing(true)}
          >
            {t('note.edit')}
          </Button>
          <Button
            tone="quiet"
            aria-label={t('note.removeNamed', { time })}
            onClick={() => void held.remove(note)}
          >
            {t('note.remove')}
          </Button>
        </>
      )}
    </li>
  );
}

/** A note to any moment of the show. */
function AddNote({ review, held }: NotesListProps): ReactElement | null {
  const { t, format } = useI18n();
  const [time, setTime] = useState('');
  const [text, setText] = useState('');
  const [faults, setFaults] = useState({ isTimeWrong: false, isTextMissing: false });
  const { startedTs, endedTs } = review.show;
  if (startedTs === null) return null;
  const lastMinute = review.minutes.at(-1)?.minute ?? Math.floor(startedTs / MINUTE_MS);
  const untilTs = endedTs ?? (lastMinute + 1) * MINUTE_MS - 1;
  const span = { from: format.time(startedTs, null), to: format.time(untilTs, null) };

  async function add(fromTs: number): Promise<void> {
    const ts = momentOf(time, fromTs, untilTs);
    const note = text.trim();
    setFaults({ isTimeWrong: ts === null, isTextMissing: note === '' });
    if (ts === null || note === '' || !(await held.add(ts, note))) return;
    setTime('');
    setText('');
  }

  return (
    <form
      className={styles.add}
      aria-label={t('note.addAt')}
      onSubmit={(event) => {
        event.preventDefault();
        void add(startedTs);
      }}
    >
      <TextField
        label={t('note.addTime')}
        placeholder={span.from}
        value={time}
        maxLength={8}
        error={faults.isTimeWrong ? t('note.timeFault', span) : null}
        onChange={setTime}
      />
      <TextField
        label={t('note.text')}
        value={text}
        maxLength={NOTE_MAX}
        error={faults.isTextMissing ? t('note.textFault') : null}
        onChange={setText}
      />
      <Button type="submit">{t('note.addAt')}</Button>
    </form>
  );
}
