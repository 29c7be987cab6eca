import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLink } from '#renderer/store/selectors.ts';
import { useLocalNow } from '#renderer/store/use-now.ts';

import styles from './LinkBadge.module.css';
import { ScriptText } from './ScriptText.tsx';

/** Whether the desk is there, in words and by shape as well as by colour. */
export function LinkBadge(): ReactElement {
  const { t } = useI18n();
  const link = useLink();
  const state =
    link.state === 'live' ? 'linked' : link.state === 'connecting' ? 'connecting' : 'lost';
  return (
    <div className={styles.badge} data-state={state} role="status">
      <span className={styles.mark} aria-hidden="true" />
      {state === 'lost' ? (
        <LostFor sinceTs={link.sinceTs} />
      ) : (
        <ScriptText text={t(state === 'linked' ? 'anchor.linked' : 'anchor.connecting')} />
      )}
    </div>
  );
}

function LostFor({ sinceTs }: { readonly sinceTs: number }): ReactElement {
  const { t, format } = useI18n();
  const now = useLocalNow(1000);
  return <ScriptText text={t('anchor.lost', { time: format.span(now - sinceTs) })} />;
}
