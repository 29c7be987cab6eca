import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import type { DeskAction } from '#renderer/actions/desk-action.ts';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useBlocks, useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';

import { planTimes, type PlanTimes } from './plan-times.ts';
import styles from './RunOfShow.module.css';

interface BlockControlsProps {
  /** Show time in UTC ms; null without a show clock. */
  readonly showNow: number | null;
}

type Control = {
  readonly action: Extract<
    DeskAction,
    { type: 'previousBlock' | 'extendBlock' | 'extendBlockMore' | 'holdBlock' }
  >;
  readonly sign: string;
  readonly label: string;
};

/** What is done with the running block, the next one, and when the show ends if it goes on like this. */
export function BlockControls({ showNow }: BlockControlsProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const perform = usePerform();
  const blocks = useBlocks();
  const show = useShow();
  const current = blocks.blocks.find(({ id }) => id === blocks.currentId) ?? null;
  const isHeld = (current?.heldSinceTs ?? null) !== null;
  const controls: readonly Control[] = [
    { action: { type: 'previousBlock' }, sign: '‹', label: t('blocks.previous') },
    { action: { type: 'extendBlock' }, sign: '+1', label: t('blocks.extend') },
    { action: { type: 'extendBlockMore' }, sign: '+5', label: t('blocks.extendMore') },
    {
      action: { type: 'holdBlock' },
      sign: isHeld ? t('blocks.go') : t('blocks.hold'),
      label: t('blocks.holdOrGo'),
    },
  ];
  const times = showNow === null ? null : planTimes(blocks, show, showNow);
  return (
    <div className={styles.controls} role="group" aria-label={t('blocks.controls')}>
      <div className={styles.buttons}>
        {current !== null &&
          controls.map(({ action, sign, label }) => (
            <Button
              key={action.type}
              tone="quiet"
              className={styles.control}
              aria-label={sign.startsWith('+') ? `${label} ${sign}` : label}
              aria-pressed={action.type === 'holdBlock' ? isHeld : undefined}
              title={label}
              onClick={() => perform(action)}
            >
              {sign}
            </Button>
          ))}
        <Button
          tone="quiet"
          className={styles.control}
          onClick={() => perform({ type: 'nextBlock' })}
        >
          {t('blocks.next')}
          <ActionKey of="nextBlock" />
        </Button>
      </div>
      {times !== null && times.isOnAir && (
        <p className={classNames(styles.end, times.table.overMs >= 60_000 && styles.soon)}>
          {endText(i18n, times)}
        </p>
      )}
    </div>
  );
}

/** `Ends 22:04 (+4:00)`; minutes alone, so that it does not flicker. */
function endText({ t, format }: I18n, { table }: PlanTimes): string {
  const time = format.time(table.endTs, null);
  const minutes = Math.round(table.overMs / 60_000);
  const drift = minutes === 0 ? '' : ` (${minutes > 0 ? '+' : '−'}${Math.abs(minutes)}′)`;
  return `${t('blocks.ends', { time })}${drift}`;
}
