import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { clockSentence } from '#renderer/i18n/clock-sentence.ts';
import { sourceAdvice, sourceDataLine, sourceReason } from '#renderer/i18n/source-reason.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { PlatformMark } from '#renderer/ui/PlatformMark.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { Source, SourceCan } from '#shared/model/source.ts';
import { isClockWrong } from '#shared/rules/clock-difference.ts';

import { SourceLogin } from './SourceLogin.tsx';
import styles from './SourcesPanel.module.css';

const ABILITIES: readonly (keyof SourceCan)[] = [
  'viewers',
  'joins',
  'follows',
  'orders',
  'gifts',
  'chat',
];

function connectorName(i18n: I18n, connector: string): string {
  const key = `sources.connector.${connector}`;
  return isMessageKey(key) ? i18n.t(key) : connector;
}

/** What is known of a source beside its data, one fact a line; empty facts are left out. */
function facts(i18n: I18n, source: Source): readonly string[] {
  const { t, tn } = i18n;
  const missing = ABILITIES.filter((ability) => !source.can[ability]).map((ability) =>
    t(`sources.can.${ability}`),
  );
  return [
    t('sources.streamLine', { state: t(`sources.stream.${source.stream}`) }),
    missing.length === 0
      ? ''
      : t('sources.cannot', { what: missing.join(t('common.listSeparator')) }),
    source.badCount === 0 ? '' : tn('sources.bad', source.badCount),
    source.address ?? '',
  ].filter((fact) => fact !== '');
}

/** Do we receive its data, since when, why not, and what to do about it. */
function DataState({ source }: { readonly source: Source }): ReactElement {
  const i18n = useI18n();
  const wallNow = useWallNow(1_000);
  const advice = sourceAdvice(i18n, source, wallNow);
  const aheadMs = isClockWrong(source) ? (source.clockAheadMs ?? 0) : null;
  return (
    <>
      <p className={styles.data}>
        {i18n.t('sources.dataLine', { state: sourceDataLine(i18n, source, wallNow) })}
      </p>
      {source.reason !== null && <p className={styles.fact}>{sourceReason(i18n, source.reason)}</p>}
      {advice !== '' && <p className={styles.advice}>{advice}</p>}
      {aheadMs !== null && <p className={styles.advice}>{clockSentence(i18n, aheadMs)}</p>}
    </>
  );
}

export function SourceCard({ source }: { readonly source: Source }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const [error, setError] = useState<AppError | null>(null);
  // A platform of the demo has no channel of its own.
  const name =
    source.channel === source.platform ? platformName(i18n, source.platform) : source.channel;
  const report = (result: Result<unknown>): void => setError(result.ok ? null : result.error);
  return (
    <li className={styles.card} data-link={source.link}>
      <div className={styles.cardHead}>
        <PlatformMark platform={source.platform} />
        <b className={styles.channel}>{name}</b>
        <span className={styles.connector}>{connectorName(i18n, source.connector)}</span>
      </div>
      <DataState source={source} />
      {facts(i18n, source).map((fact) => (
        <p key={fact} className={styles.fact}>
          {fact}
        </p>
      ))}
      {source.login !== null && <SourceLogin source={source} login={source.login} />}
      <div className={styles.actions}>
        <label className={styles.enabled}>
          <input
            type="checkbox"
            checked={source.isEnabled}
            aria-label={t('sources.enabledNamed', { name })}
            onChange={(event) =>
              void run('source.setEnabled', {
                sourceId: source.id,
                isEnabled: event.target.checked,
              }).then(report)
            }
          />
          {t('sources.enabled')}
        </label>
        <ConfirmButton
          label={t('sources.remove')}
          tone="quiet"
          confirmLabel={t('sources.removeSure')}
          onConfirm={() => void run('source.remove', { sourceId: source.id }).then(report)}
        />
      </div>
      {error !== null && (
        <Notice tone="danger" onDismiss={() => setError(null)}>
          {errorMessage(i18n, error)}
        </Notice>
      )}
    </li>
  );
}
