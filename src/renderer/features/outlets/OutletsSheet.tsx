import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useOutlets } from '#renderer/store/selectors.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';

import { OutletCard } from './OutletCard.tsx';
import { OutletForm } from './OutletForm.tsx';
import styles from './OutletsSheet.module.css';

/** Where a push goes beside the desk's own screens: each place with its state, and a form for one more. */
export function OutletsSheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useI18n();
  const { outlets } = useOutlets();
  return (
    <Dialog title={t('outlets.title')} onClose={onClose}>
      <p className={styles.fact}>{t('outlets.text')}</p>
      {outlets.length === 0 ? (
        <p className={styles.none}>{t('outlets.none')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('outlets.list')}>
          {outlets.map((outlet) => (
            <OutletCard key={outlet.id} outlet={outlet} />
          ))}
        </ul>
      )}
      <section className={styles.add}>
        <h3 className={styles.addTitle}>{t('outlets.addTitle')}</h3>
        <OutletForm outlet={null} onDone={() => undefined} />
      </section>
    </Dialog>
  );
}
