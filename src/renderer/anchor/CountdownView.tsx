import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useBlocks, usePromises, useShelf } from '#renderer/store/selectors.ts';
import { useShowNow, useWallNow } from '#renderer/store/use-now.ts';
import { promiseClock, shortPromise } from '#renderer/ui/promise-text.ts';
import { blockTime } from '#shared/rules/block-time.ts';

import styles from './CountdownView.module.css';
import { ScriptText } from './ScriptText.tsx';

/** How long is left: of the block, and of what viewers were promised. */
export function CountdownView(): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { blocks, currentId } = useBlocks();
  const { open } = usePromises();
  const { items } = useShelf();
  const showNow = useShowNow(250);
  const wallNow = useWallNow(250);
  const block = blocks.find(({ id }) => id === currentId) ?? null;
  const time =
    block === null || block.startedTs === null || showNow === null
      ? null
      : blockTime(block, showNow);
  return (
    <section className={styles.view} aria-label={t('stage.view.countdown')}>
      <p className={styles.block} role="timer" data-phase={time?.phase ?? 'running'}>
        {time === null ? (
          <ScriptText text={t('anchor.noBlock')} />
        ) : (
          <b className={styles.left}>
            {time.leftMs < 0
              ? t('anchor.overBy', { time: format.span(-time.leftMs) })
              : format.span(time.leftMs + 999)}
          </b>
        )}
      </p>
      <ul className={styles.promises}>
        {open.map((promise) => {
          const clock = promiseClock(i18n, promise.dueTs, wallNow);
          const item = items.find(({ productId }) => productId === promise.productId);
          return (
            <li key={promise.id} data-late={clock.isLate}>
              <span className={styles.what}>
                {item !== undefined && <ScriptText text={`${String(item.linkNumber)} `} />}
                <ScriptText text={shortPromise(i18n, promise, item?.currency ?? '')} />
              </span>
              <b>
                <ScriptText text={clock.short === '' ? '—' : clock.short} />
              </b>
            </li>
          );
        })}
        {open.length === 0 && (
          <li data-none="true">
            <ScriptText text={t('anchor.noPromise')} />
          </li>
        )}
      </ul>
    </section>
  );
}
