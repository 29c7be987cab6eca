import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useKeys } from '#renderer/actions/use-key-table.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { Button } from '#renderer/ui/Button.tsx';

import { allLines } from './key-lines.ts';
import styles from './KeyFooter.module.css';
import { Keys } from './Keys.tsx';

/** All keys at once. Lies over the desk without taking the focus: the keys it shows keep working. */
export function KeyHelp({ highest }: { readonly highest: number }): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { table } = useKeys();
  const part = useDeskStore((desk) => desk.part);
  return (
    <section className={styles.help} aria-label={t('keys.title')}>
      <div className={styles.helpHead}>
        <h2 className={styles.helpTitle}>{t('keys.title')}</h2>
        <Button
          className={styles.bind}
          onClick={() => {
            perform({ type: 'closeOverlay' });
            perform({ type: 'openSettings', group: 'keys' });
          }}
        >
          {t('keys.bind')}
        </Button>
        <Button tone="quiet" onClick={() => perform({ type: 'closeOverlay' })}>
          {t('common.close')}
        </Button>
      </div>
      <p className={styles.hint}>{t('keys.hint')}</p>
      <dl className={styles.list}>
        {allLines(table, highest, part).map((line) => (
          <div key={line.id} className={styles.helpLine}>
            <dt>
              <Keys line={line} />
            </dt>
            <dd>{t(line.label)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
