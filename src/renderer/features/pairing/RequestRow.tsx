import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useWallNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ScreenRequest } from '#shared/model/screen.ts';

import styles from './Requests.module.css';
import { screenRole } from './screen-role.ts';

interface RequestRowProps {
  readonly request: ScreenRequest;
  /** The keys work the oldest request, and only that one shows them. */
  readonly hasKeys: boolean;
}

/** A device that waits: what it is, from where, since when, and the number that must agree. */
export function RequestRow({ request, hasKeys }: RequestRowProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const perform = usePerform();
  const waitedMs = Math.max(0, useWallNow(1000) - request.sinceTs);
  const approve = { type: 'approveScreen', requestId: request.id } as const;
  const refuse = { type: 'refuseScreen', requestId: request.id } as const;
  return (
    <>
      <span className={styles.who}>
        {t('screens.asks', {
          role: screenRole(i18n, request),
          name: request.name,
          address: request.address,
        })}{' '}
        <span className={styles.since}>
          {t('screens.askedFor', { time: format.span(waitedMs) })}
        </span>
      </span>
      <span className={styles.check}>
        {t('screens.check')} <b>{request.check}</b>
      </span>
      <span className={styles.buttons}>
        <Button tone="go" onClick={() => perform(approve)}>
          {t('screens.approve')}
          {hasKeys && <ActionKey of="approveScreen" className={styles.onGo} />}
        </Button>
        <Button onClick={() => perform(refuse)}>
          {t('screens.refuse')}
          {hasKeys && <ActionKey of="refuseScreen" />}
        </Button>
      </span>
    </>
  );
}
