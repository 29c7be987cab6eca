import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useShow, useSources } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';

import { AddSource } from './AddSource.tsx';
import { BridgeEndpoint } from './BridgeEndpoint.tsx';
import { SourceCard } from './SourceCard.tsx';
import styles from './SourcesPanel.module.css';

/** Every source of the room with its state, and the way to add one. A sheet: the desk stays usable. */
export function SourcesPanel(): ReactElement | null {
  const { t } = useI18n();
  const sources = useSources();
  const isOpen = useDeskStore((state) => state.panel === 'sources');
  const close = useDeskStore((state) => state.closePanel);
  if (!isOpen) return null;
  return (
    <Dialog title={t('sources.title')} onClose={close}>
      <p className={styles.intro}>{t('sources.intro')}</p>
      {sources.length === 0 && <p className={styles.intro}>{t('sources.empty')}</p>}
      <ul className={styles.list} aria-label={t('sources.list')}>
        {sources.map((source) => (
          <SourceCard key={source.id} source={source} />
        ))}
      </ul>
      <WarningEntry />
      <AddSource />
      <BridgeEndpoint />
    </Dialog>
  );
}

/** What no source tells: somebody saw the platform's warning elsewhere. */
function WarningEntry(): ReactElement | null {
  const { t } = useI18n();
  const perform = usePerform();
  const close = useDeskStore((state) => state.closePanel);
  const show = useShow();
  if (show === null || show.state === 'ended') return null;
  return (
    <div className={styles.warning}>
      <p className={styles.intro}>{t('sources.warningHint')}</p>
      <Button
        onClick={() => {
          close();
          perform({ type: 'noteWarning' });
        }}
      >
        {t('palette.noteWarning')} <ActionKey of="noteWarning" />
      </Button>
    </div>
  );
}
