import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { ChatRow } from '#renderer/store/chat-row.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import type { IntentTag } from '#shared/rules/chat-tags/intent-tag.ts';

import styles from './ChatRowView.module.css';

interface Tag {
  readonly id: string;
  readonly text: string;
  readonly tone: 'plain' | 'question' | 'first' | 'buying' | 'warning';
}

/** Two colours help the eye; what each tag says is its word. */
const TONES: Readonly<Record<IntentTag, Tag['tone']>> = {
  question: 'question',
  buying: 'buying',
  complaint: 'warning',
  size_shipping: 'plain',
  praise: 'plain',
  spam: 'plain',
};

/** Who this is to the room, and what kind of line it is. */
export function ChatTags({ row }: { readonly row: ChatRow }): ReactElement {
  const { t } = useI18n();
  const { event } = row;
  const tags: Tag[] = (event.actor?.roles ?? []).map((role) => ({
    id: role,
    text: t(`chat.role.${role}`),
    tone: 'plain',
  }));
  if (row.isPinned) tags.push({ id: 'pinned', text: t('act.pinned'), tone: 'first' });
  if (event.kind === 'chat') {
    if (event.isFirst === true) tags.push({ id: 'first', text: t('chat.first'), tone: 'first' });
    if (event.isReturning === true) {
      tags.push({ id: 'returning', text: t('chat.returning'), tone: 'first' });
    }
    if (event.announcement !== undefined) {
      tags.push({ id: 'announcement', text: t('chat.announcement'), tone: 'plain' });
    }
    if (event.sharedFrom !== undefined) {
      tags.push({ id: 'shared', text: t('chat.shared'), tone: 'plain' });
    }
    const replied = event.replyTo?.displayName ?? event.replyTo?.name ?? null;
    if (replied !== null) {
      tags.push({ id: 'reply', text: t('chat.replyTo', { name: replied }), tone: 'plain' });
    }
  }
  const about = row.about();
  for (const tag of about.tags)
    tags.push({ id: tag, text: t(`chat.tag.${tag}`), tone: TONES[tag] });
  for (const flag of about.flags) {
    tags.push({ id: flag, text: t(`chat.flag.${flag}`), tone: 'warning' });
  }
  return (
    <>
      {tags.map(({ id, text, tone }) => (
        <span key={id} className={classNames(styles.tag, tone !== 'plain' && styles[tone])}>
          {text}
        </span>
      ))}
    </>
  );
}
