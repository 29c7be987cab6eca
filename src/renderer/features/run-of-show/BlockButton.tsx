import type { CSSProperties, ReactElement } from 'react';

import type { Block } from '#shared/model/run-of-show.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { meantMs } from '#shared/rules/run-of-show/block-clock.ts';
import { classNames } from '#renderer/ui/class-names.ts';

import { blockTime } from './block-time.ts';
import styles from './RunOfShow.module.css';

interface BlockButtonProps {
  readonly block: Block;
  readonly isCurrent: boolean;
  /** Show time in UTC ms; null without a show clock. */
  readonly showNow: number | null;
  readonly onStart: () => void;
}

type BarStyle = CSSProperties & Readonly<Record<'--progress', number>>;

export function BlockButton({
  block,
  isCurrent,
  showNow,
  onStart,
}: BlockButtonProps): ReactElement {
  const { t, format } = useI18n();
  const { state, elapsedMs, leftMs, hurry, progress } = blockTime(block, isCurrent, showNow);
  const barStyle: BarStyle = { '--progress': progress };
  const tooltip = [
    t(`blocks.role.${block.role}`),
    block.title,
    t('blocks.planned', { time: format.span(block.plannedMs) }),
  ];
  return (
    <li
      className={classNames(
        styles.item,
        isCurrent && styles.isNow,
        state === 'ahead' && styles.isAhead,
      )}
      data-is-current={isCurrent ? '' : undefined}
    >
      <button
        type="button"
        className={classNames(styles.block, state !== 'ahead' && styles[state])}
        aria-current={isCurrent ? 'step' : undefined}
        title={tooltip.join(t('common.separator'))}
        onClick={isCurrent ? undefined : onStart}
      >
        <span className={styles.title}>{block.title}</span>
        {isCurrent ? (
          <span className={classNames(styles.time, block.heldSinceTs !== null && styles.held)}>
            <span>
              {format.span(elapsedMs)} / {format.span(meantMs(block))}
            </span>
            <span className={classNames(styles.left, hurry !== 'calm' && styles[hurry])}>
              {hurry === 'over'
                ? t('blocks.over', { time: format.span(-leftMs) })
                : t('blocks.left', { time: format.span(leftMs) })}
            </span>
          </span>
        ) : (
          <span>{format.span(state === 'done' ? elapsedMs : block.plannedMs)}</span>
        )}
        <VisuallyHidden>{t(`blocks.state.${state}`)}</VisuallyHidden>
        {isCurrent && (
          <span
            className={classNames(
              styles.bar,
              hurry === 'soon' && styles.soonBar,
              hurry === 'over' && styles.overBar,
            )}
            style={barStyle}
          />
        )}
      </button>
    </li>
  );
}
