import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useData, useStoreState } from '#renderer/store/selectors.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';

import styles from './DataSheet.module.css';
import { EraseSection } from './EraseSection.tsx';
import { ExportSection } from './ExportSection.tsx';
import { ImportSection } from './ImportSection.tsx';
import { PathLine } from './PathLine.tsx';

interface DataSheetProps {
  onClose(): void;
}

/** Where the data lies, taking it elsewhere, and erasing a person from it. */
export function DataSheet({ onClose }: DataSheetProps): ReactElement {
  const { t } = useI18n();
  const dataFolder = useStoreState()?.dataFolder ?? null;
  const { offered } = useData();
  return (
    <Dialog title={t('data.title')} onClose={onClose}>
      <div className={styles.body}>
        <p className={styles.text}>{t('data.intro')}</p>
        {dataFolder !== null && (
          <section className={styles.section}>
            <h3>{t('data.folder')}</h3>
            <PathLine path={dataFolder} />
          </section>
        )}
        <ExportSection />
        <ImportSection key={offered} offered={offered} />
        <EraseSection />
      </div>
    </Dialog>
  );
}
