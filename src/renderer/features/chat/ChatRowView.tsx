import { memo } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { KeptPerson } from '#renderer/store/kept-people.ts';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { PlatformMark } from '#renderer/ui/PlatformMark.tsx';
import { classNames } from '#renderer/ui/class-names.ts';

import { ChatTags } from './ChatTags.tsx';
import styles from './ChatRowView.module.css';
import { eventSentence } from './event-sentence.ts';
import type { FoldedRow } from './fold-rows.ts';
import { messageNote, type MessageNote } from './message-note.ts';
import { MessageText } from './MessageText.tsx';
import { PersonBadges } from './PersonBadges.tsx';

/** Rows that must not be lost in the stream. */
const HIGHLIGHTED: ReadonlySet<string> = new Set(['gift', 'paid_message', 'membership', 'raid']);
/** Rows about the room rather than of a person. */
const QUIET: ReadonlySet<string> = new Set(['moderation', 'gap', 'notice']);

export function chatRowId(key: string): string {
  return `chat-row-${key}`;
}

/** Key of the row a click fell on; null beside the rows. */
export function clickedRowKey(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest('[data-row-key]') : null;
  return row?.getAttribute('data-row-key') ?? null;
}

interface ChatRowViewProps {
  readonly folded: FoldedRow;
  /** Show time at which the show began, so that rows carry the show clock; null before. */
  readonly startedTs: number | null;
  readonly isSelected: boolean;
  /** What operators keep about the sender; undefined for nothing. */
  readonly kept: KeptPerson | undefined;
}

export const ChatRowView = memo(function ChatRowView(props: ChatRowViewProps): ReactElement {
  const { folded, startedTs, isSelected, kept } = props;
  const i18n = useI18n();
  const { row, repeats } = folded;
  const { event } = row;
  const sentence = eventSentence(i18n, row);
  const note = messageNote(row);
  const fragments = 'fragments' in event ? event.fragments : [];
  return (
    <div
      id={chatRowId(row.key)}
      role="option"
      aria-selected={isSelected}
      tabIndex={-1}
      className={classNames(
        styles.row,
        HIGHLIGHTED.has(event.kind) && styles.highlighted,
        QUIET.has(event.kind) && styles.quiet,
        note?.kind === 'long' && styles.long,
        row.deletion !== null && styles.deleted,
        isSelected && styles.selected,
      )}
      data-row-key={row.key}
      data-kind={event.kind}
      data-repeats={repeats}
    >
      <PlatformMark platform={event.platform} />
      <div className={styles.body}>
        <p className={styles.message}>
          <Sender folded={folded} />
          {kept !== undefined && <PersonBadges kept={kept} />}
          <ChatTags row={row} />
          {sentence !== '' && <span className={styles.sentence}>{sentence}</span>}
          <span className={styles.text}>
            <MessageText fragments={fragments} />
          </span>
          {repeats > 1 && (
            <b className={styles.repeats}>
              {i18n.t('chat.times', { count: i18n.format.number(repeats) })}
            </b>
          )}
          {row.deletion !== null && (
            <span className={styles.reason}>{i18n.t(`chat.deleted.${row.deletion}`)}</span>
          )}
        </p>
        <Note note={note} />
      </div>
      <span className={styles.time}>
        {startedTs === null ? '' : i18n.format.span(row.ts - startedTs)}
      </span>
    </div>
  );
});

/** A message that shows nothing, or more than its row takes, says so. */
function Note({ note }: { readonly note: MessageNote | null }): ReactElement | null {
  const { t, format } = useI18n();
  if (note === null) return null;
  return (
    <span className={styles.note}>
      {note.kind === 'blank'
        ? t('chat.blank')
        : t('chat.length', { count: format.number(note.characters) })}
    </span>
  );
}

/** Who wrote it; for a flood the first of them and how many there were. */
function Sender({ folded }: { readonly folded: FoldedRow }): ReactElement | null {
  const { t } = useI18n();
  const { row, people } = folded;
  const known = senderName(row);
  const { kind } = row.event;
  // What the platform says itself has no sender, and is not of an unnamed person.
  if (kind === 'moderation' || kind === 'gap' || (kind === 'notice' && known === null)) return null;
  const name = known ?? t('chat.someone');
  return (
    <span className={styles.name}>{people > 1 ? t('chat.folded', { name, people }) : name}</span>
  );
}

/** The name the platform shows; null when it hides it. */
export function senderName(row: ChatRow): string | null {
  const { actor } = row.event;
  if (actor === null) return null;
  const name = actor.displayName === '' ? actor.name : actor.displayName;
  return name === '' ? null : name;
}
