import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Erasure } from '#shared/model/erasure.ts';

import styles from './DataSheet.module.css';

/** One erasure: how far it is, or what it came to. Whom it was about is not known any more. */
export function ErasureLine({ erasure }: { readonly erasure: Erasure }): ReactElement {
  const { t, format } = useI18n();
  const { stage, progress, ownEvents, otherEvents, filesTreated, filesFailed } = erasure;
  const counts = {
    own: format.number(ownEvents),
    other: format.number(otherEvents),
    files: format.number(filesTreated),
  };
  return (
    <li className={styles.section}>
      <p className={styles.state} role="status">
        {format.dateTime(erasure.requestedTs, null)}
        {t('common.separator')}
        {t(`data.erasure.${stage}`, counts)}
      </p>
      {stage !== 'done' && stage !== 'waiting' && (
        <progress className={styles.bar} value={progress ?? undefined} max={1} />
      )}
      {filesFailed.length > 0 && (
        <Notice tone="warn">
          {t('data.erasure.failed', { names: filesFailed.join(t('common.listSeparator')) })}
        </Notice>
      )}
    </li>
  );
}
