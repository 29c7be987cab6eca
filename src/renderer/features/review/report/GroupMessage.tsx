import { useEffect, useId, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';
import { isComposing } from '#renderer/ui/composing.ts';
import type { Review } from '#shared/model/review.ts';

import { GROUP_TEXT_MOST, groupText } from './group-text.ts';
import styles from './GroupMessage.module.css';

/** The show in a few lines for the team's chat: seen and changed before it is copied. */
export function GroupMessage({ review }: { readonly review: Review }): ReactElement {
  const { t } = useI18n();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  return (
    <div className={styles.around}>
      <Button
        ref={button}
        tone="go"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        {t('group.open')}
      </Button>
      {isOpen && <GroupPreview review={review} onClose={close} />}
    </div>
  );
}

interface GroupPreviewProps {
  readonly review: Review;
  readonly onClose: () => void;
}

function GroupPreview({ review, onClose }: GroupPreviewProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const [text, setText] = useState(() => groupText(i18n, review));
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');
  const copy = useRef<HTMLButtonElement>(null);
  const id = useId();

  const preview = useRef<HTMLElement>(null);

  // One press more and it is copied.
  useEffect(() => copy.current?.focus(), []);

  useEffect(() => {
    const element = preview.current;
    if (element === null) return undefined;
    function onKeyDown(event: KeyboardEvent): void {
      // What is typed here is none of the review's keys.
      event.stopPropagation();
      if (event.key === 'Escape' && !isComposing(event)) onClose();
    }
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [onClose]);

  return (
    <section
      ref={preview}
      className={styles.preview}
      role="dialog"
      aria-modal="false"
      aria-label={t('group.open')}
    >
      <label htmlFor={id}>{t('group.text')}</label>
      <textarea
        id={id}
        rows={14}
        maxLength={GROUP_TEXT_MOST}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setOutcome('none');
        }}
      />
      <div className={styles.foot}>
        <span role="status">
          {outcome === 'none'
            ? t('group.length', {
                count: format.number(text.length),
                most: format.number(GROUP_TEXT_MOST),
              })
            : t(`group.${outcome}`)}
        </span>
        <Button onClick={onClose}>{t('common.close')}</Button>
        <Button
          ref={copy}
          tone="go"
          onClick={() => void copyText(text).then((isOk) => setOutcome(isOk ? 'copied' : 'failed'))}
        >
          {t('group.copy')}
        </Button>
      </div>
    </section>
  );
}
