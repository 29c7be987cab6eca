import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { INTENT_TAGS } from '#shared/rules/chat-tags/intent-tag.ts';

import type { ChatTagChoice } from './chat-filter.ts';
import styles from './ChatPanel.module.css';

const STRIP_ID = 'chat-tag-strip';

interface TagButtonProps {
  readonly tag: ChatTagChoice;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** Opens the strip of tags, and says which is chosen. */
export function TagButton({ tag, isOpen, onToggle }: TagButtonProps): ReactElement {
  const { t } = useI18n();
  return (
    <Button
      tone="quiet"
      className={classNames(tag !== 'all' && styles.tagChosen)}
      aria-expanded={isOpen}
      aria-controls={STRIP_ID}
      title={t('chat.tagChoice')}
      onClick={onToggle}
    >
      {t(tag === 'all' ? 'chat.tags' : `chat.tag.${tag}`)}
    </Button>
  );
}

interface TagStripProps {
  readonly tag: ChatTagChoice;
  readonly onTag: (tag: ChatTagChoice) => void;
}

/** Narrows every tab to one tag; a second press shows all again. */
export function TagStrip({ tag, onTag }: TagStripProps): ReactElement {
  const { t } = useI18n();
  return (
    <div id={STRIP_ID} className={styles.tagStrip} role="group" aria-label={t('chat.tagChoice')}>
      {INTENT_TAGS.map((each) => (
        <button
          key={each}
          type="button"
          className={styles.tagToggle}
          aria-pressed={each === tag}
          onClick={() => onTag(each === tag ? 'all' : each)}
        >
          {t(`chat.tag.${each}`)}
        </button>
      ))}
    </div>
  );
}
