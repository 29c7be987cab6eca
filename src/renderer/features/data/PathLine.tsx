import { useState } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { copyText } from '#renderer/ui/copy-text.ts';

import styles from './DataSheet.module.css';

/** A path of this machine that can be copied. */
export function PathLine({ path }: { readonly path: string }): ReactElement {
  const { t } = useI18n();
  const [outcome, setOutcome] = useState<'data.copied' | 'data.copyFailed' | null>(null);
  return (
    <div className={styles.row}>
      <span className={styles.path}>{path}</span>
      <Button
        onClick={() =>
          void copyText(path).then((isCopied) =>
            setOutcome(isCopied ? 'data.copied' : 'data.copyFailed'),
          )
        }
      >
        {t('data.copyPath')}
      </Button>
      <span className={styles.state} role="status">
        {outcome !== null && t(outcome)}
      </span>
    </div>
  );
}
