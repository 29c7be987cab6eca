import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useAlerts, useIsReading } from '#renderer/store/selectors.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

import { headline } from './alert-text.ts';
import { AlertCard } from './AlertCard.tsx';
import styles from './AlertsPanel.module.css';

/** What is off in the room now, the newest first, and what was said before in this show. */
export function AlertsPanel(): ReactElement {
  const i18n = useI18n();
  const { t, tn, format } = i18n;
  const { alerts, heldBack } = useAlerts();
  const isReading = useIsReading();
  const open = alerts.filter(({ answer }) => answer === null).toReversed();
  const past = alerts.filter(({ answer }) => answer !== null).toReversed();
  return (
    <div className={styles.panel}>
      {open.length === 0 && (
        <div className={styles.empty}>
          {isReading ? (
            <EmptyState title={t('desk.reading')} />
          ) : (
            <EmptyState title={t('alerts.empty')}>{t('alerts.emptyHint')}</EmptyState>
          )}
        </div>
      )}
      {open.length > 0 && (
        <ul className={styles.cards} aria-label={t('alerts.open')}>
          {open.map((alert) => (
            <AlertCard key={alert.seq} alert={alert} />
          ))}
        </ul>
      )}
      {heldBack > 0 && <p className={styles.held}>{tn('alerts.heldBack', heldBack)}</p>}
      {past.length > 0 && (
        <ul className={styles.past} aria-label={t('alerts.past')}>
          {past.map((alert) => (
            <li key={alert.seq}>
              <span>{headline(i18n, alert)}</span>
              <span>{alert.answer !== null && t(`alerts.was.${alert.answer}`)}</span>
              <time>{format.time(alert.ts, null)}</time>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
