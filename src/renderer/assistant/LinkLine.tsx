import type { ReactElement } from 'react';

import type { DeskLink } from '#renderer/connection/use-desk-link.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLocalNow } from '#renderer/store/use-now.ts';

import styles from './LinkLine.module.css';

const WORDS = {
  linked: 'anchor.linked',
  back: 'anchor.back',
  connecting: 'anchor.connecting',
} as const;

/** Whether the desk is there, in words and by shape as well as by colour. */
export function LinkLine({ link }: { readonly link: DeskLink }): ReactElement {
  const { t } = useI18n();
  return (
    <div className={styles.line} data-state={link.state} role="status">
      <span className={styles.mark} aria-hidden="true" />
      {link.state === 'lost' ? <LostFor sinceTs={link.sinceTs} /> : t(WORDS[link.state])}
    </div>
  );
}

function LostFor({ sinceTs }: { readonly sinceTs: number }): ReactElement {
  const { t, format } = useI18n();
  const now = useLocalNow(1000);
  return <>{t('anchor.lost', { time: format.span(now - sinceTs) })}</>;
}
