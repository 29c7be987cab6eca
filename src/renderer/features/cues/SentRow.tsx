import type { ReactElement } from 'react';

import type { SentCue } from '#shared/model/cue.ts';
import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useCues, useShow } from '#renderer/store/selectors.ts';
import { useMissedCue } from '#renderer/store/use-missed-cue.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';

import { MissedFacts } from './MissedFacts.tsx';
import { canWithdraw } from './cue-rules.ts';
import styles from './SentRow.module.css';

/** One cue that was sent: its state in words and how long each step took. */
export function SentRow({ cue }: { readonly cue: SentCue }): ReactElement {
  const { t, format } = useI18n();
  const runInArea = useRunInArea();
  const show = useShow();
  const { sent } = useCues();
  const newestId = sent[sent.length - 1]?.id ?? null;
  const startedTs = show?.startedTs ?? null;
  const waiting = useMissedCue();
  const missed = waiting?.cueId === cue.id ? waiting : null;
  const facts = [
    cue.shownDelayMs === null
      ? ''
      : t('cues.shownAfter', { delay: format.delay(cue.shownDelayMs) }),
    cue.doneDelayMs === null ? '' : t('cues.doneAfter', { delay: format.delay(cue.doneDelayMs) }),
  ].filter(Boolean);
  return (
    <li className={styles.row}>
      <span className={classNames(cue.state === 'withdrawn' && styles.isWithdrawn)}>
        {cue.text}
      </span>
      <span
        className={classNames(styles.state, missed === null ? styles[cue.state] : styles.missed)}
        role={missed === null ? undefined : 'alert'}
      >
        {t(missed === null ? `cues.state.${cue.state}` : 'cues.state.missed')}
      </span>
      <span className={styles.facts}>
        {missed === null ? (
          facts.length > 0 && <span>{facts.join(t('common.separator'))}</span>
        ) : (
          <MissedFacts missed={missed} />
        )}
        {canWithdraw(cue, newestId) && (
          <Button
            tone="quiet"
            className={styles.withdraw}
            aria-label={t('cues.withdrawNamed', { text: cue.text })}
            onClick={() => void runInArea('cues', 'cue.withdraw', { cueId: cue.id })}
          >
            {t('cues.withdraw')}
          </Button>
        )}
      </span>
      <span className={styles.side}>
        {startedTs === null ? '' : format.clock(cue.sentTs - startedTs)}
      </span>
    </li>
  );
}
