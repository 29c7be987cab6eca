import type { ReactElement } from 'react';

import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useStage } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { MissedCue } from '#shared/rules/stage/missed-cue.ts';

import styles from './SentRow.module.css';

/** Why a cue is not before the host, and what can be done about it. */
export function MissedFacts({ missed }: { readonly missed: MissedCue }): ReactElement {
  const { t, format } = useI18n();
  const perform = usePerform();
  const isFlashed = useStage().flash?.cueId === missed.cueId;
  const seconds = format.number(Math.floor(missed.waitedMs / 1_000));
  const words = {
    none: t('stage.missedNone'),
    hidden: t('stage.missedHidden'),
    unseen: t('stage.missed', { seconds }),
  }[missed.why];
  return (
    <>
      <span title={words}>{words}</span>
      {missed.why !== 'none' && (
        <Button
          tone="quiet"
          className={styles.withdraw}
          onClick={() => perform({ type: 'flashCue' })}
        >
          {t(isFlashed ? 'stage.flashed' : 'stage.flash')}
        </Button>
      )}
    </>
  );
}
