import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useBlocks, useShow } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { blockTime } from '#shared/rules/block-time.ts';
import { meantMs } from '#shared/rules/run-of-show/block-clock.ts';

import styles from './TopBar.module.css';

/** The block of the run of show now, with the time left; counts up once it is over. */
export function BlockTimer(): ReactElement | null {
  const { t, format } = useI18n();
  const { blocks, currentId } = useBlocks();
  const show = useShow();
  const showNow = useShowNow(250);
  const index = blocks.findIndex((block) => block.id === currentId);
  const block = blocks[index];
  const startedTs = block?.startedTs ?? null;
  if (block === undefined || startedTs === null || showNow === null) return null;
  if (show === null || show.state === 'ended') return null;
  const { leftMs, phase } = blockTime(block, showNow);
  const next = blocks[index + 1];
  const wholeMs = meantMs(block);
  const done = wholeMs === 0 ? 0 : Math.min(1, 1 - leftMs / wholeMs);
  // Counting down, the last second reads 0:01 until it has passed.
  const shown =
    phase === 'over' ? format.span(-leftMs) : format.span(Math.ceil(leftMs / 1000) * 1000);
  const key = phase === 'over' ? 'topBar.blockOver' : 'topBar.blockLeft';
  return (
    <div className={classNames(styles.block, styles[phase])} data-phase={phase}>
      <b className={styles.blockTitle} title={block.title}>
        {block.title}
      </b>
      <progress
        className={styles.progress}
        aria-label={t('topBar.blockProgress')}
        max={1}
        value={done}
      />
      <span className={styles.left} role="timer">
        {block.plannedMs === 0 ? format.span(-leftMs) : t(key, { time: shown })}
      </span>
      {next !== undefined && (
        <span className={styles.next} title={next.title}>
          {t('topBar.nextBlock', { title: next.title })}
        </span>
      )}
    </div>
  );
}
