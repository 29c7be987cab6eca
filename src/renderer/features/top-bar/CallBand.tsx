import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShow, useShowClock, useStage } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';

import { Band } from './Band.tsx';
import styles from './Bands.module.css';

/** What the host asks for, the call that has waited longest first, until somebody sees to it. */
export function CallBand(): ReactElement | null {
  const { t, tn, format } = useI18n();
  const runInArea = useRunInArea();
  const open = useStage().calls.filter(({ answeredTs }) => answeredTs === null);
  const show = useShow();
  const speed = useShowClock()?.speed ?? 1;
  const showNow = useShowNow(1_000);
  const [call] = open;
  if (call === undefined || show === null || show.state === 'ended') return null;
  const waitedMs = showNow === null ? 0 : Math.max(0, showNow - call.askedTs) / speed;
  const reason = t(`stage.reason.${call.reason}`);
  return (
    <Band key={call.seq} tone="danger">
      <b>{t('stage.called', { reason })}</b>
      {/* The seconds are drawn but not read out one by one. */}
      <span className={styles.note} aria-live="off">
        {t('stage.calledFor', { time: format.span(waitedMs) })}
      </span>
      {open.length > 1 && <b>{tn('stage.moreCalls', open.length - 1)}</b>}
      <Button onClick={() => void runInArea('cues', 'help.answer', { seq: call.seq })}>
        {t('stage.seenTo')}
        <ActionKey of="answerHelp" />
      </Button>
    </Band>
  );
}
