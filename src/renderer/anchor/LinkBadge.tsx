import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLocalNow } from '#renderer/store/use-now.ts';

import styles from './LinkBadge.module.css';
import { ScriptText } from './ScriptText.tsx';
import type { DeskLink } from '#renderer/connection/use-desk-link.ts';

interface LinkBadgeProps {
  readonly link: DeskLink;
}

const WORDS = {
  linked: 'anchor.linked',
  back: 'anchor.back',
  connecting: 'anchor.connecting',
} as const;

/** Whether the desk is there, in words and by shape as well as by colour. */
export function LinkBadge({ link }: LinkBadgeProps): ReactElement {
  const { t } = useI18n();
  return (
    <div className={styles.badge} data-state={link.state} role="status">
      <span className={styles.mark} aria-hidden="true" />
      <span>
        {link.state === 'lost' ? (
          <LostFor sinceTs={link.sinceTs} />
        ) : (
          <ScriptText text={t(WORDS[link.state])} />
        )}
      </span>
    </div>
  );
}

function LostFor({ sinceTs }: { readonly sinceTs: number }): ReactElement {
  const { t, format } = useI18n();
  const now = useLocalNow(1000);
  return <ScriptText text={t('anchor.lost', { time: format.span(now - sinceTs) })} />;
}
