import { useState } from 'react';
import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { Outlet } from '#shared/model/outlet.ts';

import { OutletForm } from './OutletForm.tsx';
import { OutletProducts } from './OutletProducts.tsx';
import { OutletSecret } from './OutletSecret.tsx';
import styles from './OutletsSheet.module.css';
import { OutputFacts } from './OutputFacts.tsx';
import { InShowChanged, OutletSwitches } from './OutletSwitches.tsx';

/** One outlet: whether it is on and reached, what it does, and everything that can be changed of it. */
export function OutletCard({ outlet }: { readonly outlet: Outlet }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const [isEditing, setEditing] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const report = (result: Result<unknown>): void => setError(result.ok ? null : result.error);
  const { id: outletId, name, config, isOn } = outlet;
  return (
    <li className={styles.card} data-link={isOn ? outlet.link.state : 'idle'}>
      <div className={styles.cardHead}>
        <b className={styles.name}>{name}</b>
        <span className={styles.kind}>{t(`outlets.kind.${config.kind}`)}</span>
      </div>
      {isOn && isTold(outlet) && <p className={styles.state}>{linkText(i18n, outlet)}</p>}
      <p className={styles.fact}>{whatText(i18n, outlet)}</p>
      <p className={classNames(styles.fact, styles.sentence)}>
        {t(`outlets.confirmedBy.${outlet.can.confirmedBy}`)}
        {t('common.separator')}
        {t(`outlets.reverse.${outlet.can.unpush}`)}
      </p>
      {isOn && (
        <p className={classNames(styles.fact, styles.sentence)}>
          {t(outlet.can.watch ? 'outlets.watch.yes' : 'outlets.watch.no')}
        </p>
      )}
      {config.kind === 'obs' && <OutputFacts outletId={outletId} />}
      {isEditing ? (
        <OutletForm outlet={outlet} onDone={() => setEditing(false)} />
      ) : (
        <div className={styles.actions}>
          <OutletSwitches outlet={outlet} onResult={report} />
          <Button tone="quiet" onClick={() => setEditing(true)}>
            {t('outlets.edit')}
          </Button>
          <ConfirmButton
            label={t('outlets.remove')}
            tone="quiet"
            confirmLabel={t('outlets.removeSure')}
            onConfirm={() => void run('outlet.remove', { outletId }).then(report)}
          />
        </div>
      )}
      <InShowChanged outlet={outlet} onResult={report} />
      {(config.kind === 'obs' || config.kind === 'webhook' || config.kind === 'shopee') && (
        <OutletSecret outlet={outlet} part="key" />
      )}
      {config.kind === 'shopee' && (
        <>
          <OutletSecret outlet={outlet} part="refresh" />
          <OutletSecret outlet={outlet} part="access" />
        </>
      )}
      <OutletProducts outlet={outlet} onResult={report} />
      {error !== null && (
        <Notice tone="danger" onDismiss={() => setError(null)}>
          {errorMessage(i18n, error)}
        </Notice>
      )}
    </li>
  );
}

/** What is only spoken to when something is sent has nothing to say before. */
function isTold({ link }: Outlet): boolean {
  return link.state !== 'idle' || link.reason !== null;
}

function linkText({ t }: I18n, { link }: Outlet): string {
  const state = t(`outlets.link.${link.state}`);
  if (link.reason === null) return state;
  const key = `target.reason.${link.reason}`;
  const reason = isMessageKey(key) ? t(key) : link.reason;
  return t('outlets.linkWhy', { state, reason });
}

/** In its own words: what it sends, and where. */
function whatText({ t }: I18n, { config }: Outlet): string {
  switch (config.kind) {
    case 'chat':
    case 'manual':
      return config.template;
    case 'webhook':
      return config.url;
    case 'shopee': {
      const { host, partnerId, userId, sessionId } = config;
      return [host, partnerId, userId, sessionId].join(' · ');
    }
    case 'obs': {
      const { address, showScene, showSource, switchScene, textSource, textTemplate, microphone } =
        config;
      const parts = [
        showSource === '' ? '' : `${showScene} › ${showSource}`,
        switchScene === '' ? '' : `→ ${switchScene}`,
        textSource === '' ? '' : `${textSource}: ${textTemplate}`,
        microphone === '' ? '' : t('outlets.listens', { input: microphone }),
      ];
      return [address, ...parts.filter((part) => part !== '')].join(' · ');
    }
  }
}
