import type { ReactElement, ReactNode } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { useActionState, usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useKeys } from '#renderer/actions/use-key-table.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';

import { footerLines } from './key-lines.ts';
import styles from './KeyFooter.module.css';
import { KeyHelp } from './KeyHelp.tsx';
import { Keys } from './Keys.tsx';

/** The keys at hand, what is being typed, and at the end what the desk puts there. */
export function KeyFooter({ children }: { readonly children?: ReactNode }): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { items } = useShelf();
  const { table } = useKeys();
  const part = useDeskStore((desk) => desk.part);
  const isHelpOpen = useActionState((state) => state.isKeyHelpOpen);
  const typedDigits = useActionState((state) => state.typedDigits);
  const highest = items[items.length - 1]?.linkNumber ?? 1;
  return (
    <footer className={styles.footer}>
      <div className={styles.keys}>
        {footerLines(table, highest, part).map((line) => (
          <span key={line.id} className={styles.key}>
            <Keys line={line} />
            {t(line.label)}
          </span>
        ))}
      </div>
      {typedDigits !== '' && (
        <output className={styles.typed}>{t('keys.typed', { digits: typedDigits })}</output>
      )}
      <Button
        tone="quiet"
        className={styles.all}
        aria-expanded={isHelpOpen}
        onClick={() => perform({ type: 'toggleKeys' })}
      >
        <ActionKey of="toggleKeys" />
        {t('keys.toggleKeys')}
      </Button>
      {children}
      <div className={styles.notice}>
        <AreaNotice area="show" />
      </div>
      {isHelpOpen && <KeyHelp highest={highest} />}
    </footer>
  );
}
