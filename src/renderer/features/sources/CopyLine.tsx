import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';

import styles from './SourcesPanel.module.css';

interface CopyLineProps {
  readonly label: string;
  readonly text: string;
}

/** A text for another program, to be copied whole. */
export function CopyLine({ label, text }: CopyLineProps): ReactElement {
  const { t } = useI18n();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <div className={styles.copyLine}>
      <code aria-label={label}>{text}</code>
      <Button
        aria-label={t('inbound.copyNamed', { what: label })}
        onClick={() => void copyText(text).then(setCopied)}
      >
        {t('inbound.copy')}
      </Button>
      <span className={styles.fact} role="status">
        {copied !== null && t(copied ? 'screens.copied' : 'screens.copyFailed')}
      </span>
    </div>
  );
}
