import type { ReactElement } from 'react';

import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useScreens } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';

import { RequestRow } from './RequestRow.tsx';
import styles from './Requests.module.css';

/**
 * One line over the footer while a device waits to be let in. It lies on the list of keys alone, so
 * that nothing of the desk moves under the finger or is hidden.
 */
export function RequestStrip(): ReactElement {
  const { t } = useI18n();
  const { requests } = useScreens();
  const openPanel = useDeskStore((desk) => desk.openPanel);
  const [first] = requests;
  return (
    <>
      <div className={styles.notice}>
        <AreaNotice area="screens" />
      </div>
      {first !== undefined && (
        <section className={styles.strip} role="status" aria-label={t('screens.requests')}>
          <RequestRow request={first} hasKeys />
          {requests.length > 1 && (
            <Button tone="quiet" onClick={() => openPanel('screens')}>
              {t('screens.moreRequests', { count: requests.length - 1 })}
            </Button>
          )}
        </section>
      )}
    </>
  );
}
