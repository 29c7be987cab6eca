import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import styles from '#renderer/ui/Floating.module.css';
import { Notice } from '#renderer/ui/Notice.tsx';

import type { DroppedTaking } from './use-dropped-file.ts';

/** What becomes of a file that was dropped onto the desk. Floats: nothing moves for it. */
export function DroppedFile({ dropped }: { readonly dropped: DroppedTaking }): ReactElement | null {
  const { t } = useI18n();
  const { reading, failed } = dropped;
  if (reading === null && failed === null) return null;
  return (
    <div className={styles.floating}>
      {reading !== null && <Notice tone="info">{t('sheetFile.reading', { name: reading })}</Notice>}
      {failed !== null && (
        <Notice tone="danger" onDismiss={dropped.dismiss}>
          {t('sheetFile.failed', { name: failed.name, reason: t(`sheetFile.${failed.fault}`) })}
        </Notice>
      )}
    </div>
  );
}
