import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { ScreenRequest } from '#shared/model/screen.ts';

import { RequestRow } from './RequestRow.tsx';
import styles from './Requests.module.css';

/** Every device that waits to be let in, in the second screens' sheet. */
export function RequestList(props: {
  readonly requests: readonly ScreenRequest[];
}): ReactElement | null {
  const { t } = useI18n();
  const { requests } = props;
  if (requests.length === 0) return null;
  return (
    <section className={styles.list}>
      <h3>{t('screens.requests')}</h3>
      <p className={styles.hint}>{t('screens.checkHow')}</p>
      <ul>
        {requests.map((request, position) => (
          <li key={request.id} className={styles.card}>
            <RequestRow request={request} hasKeys={position === 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}
