import type { ReactElement, ReactNode } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly tone: 'info' | 'warn' | 'danger';
  readonly children: ReactNode;
  /** Shows a close button. */
  readonly onDismiss?: () => void;
}

/** A line where it happened; never over something else, never taking the focus. */
export function Notice({ tone, children, onDismiss }: NoticeProps): ReactElement {
  const { t } = useI18n();
  return (
    <div
      className={classNames(styles.notice, tone !== 'info' && styles[tone])}
      role={tone === 'danger' ? 'alert' : 'status'}
    >
      <span className={styles.text}>{children}</span>
      {onDismiss !== undefined && (
        <Button tone="quiet" onClick={onDismiss}>
          {t('common.close')}
        </Button>
      )}
    </div>
  );
}
