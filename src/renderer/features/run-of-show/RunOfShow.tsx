import { useEffect, useRef } from 'react';
import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import type { ReactElement } from 'react';

import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useBlocks } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';

import { BlockButton } from './BlockButton.tsx';
import styles from './RunOfShow.module.css';

/** The blocks of the show in a row: what was, what is with its time left, what comes. */
export function RunOfShow(): ReactElement | null {
  const { t } = useI18n();
  const perform = usePerform();
  const { blocks, currentId } = useBlocks();
  const showNow = useShowNow(1000);
  const strip = useRef<HTMLOListElement>(null);

  // A long run of show scrolls; the block of the moment is always in sight.
  useEffect(() => {
    const list = strip.current;
    if (list === null) return undefined;
    function show(): void {
      const current = list?.querySelector<HTMLElement>('[data-is-current]');
      if (list === null || current === null || current === undefined) return;
      const before = Math.min(list.clientWidth / 3, list.clientWidth - current.offsetWidth);
      list.scrollLeft = current.offsetLeft - list.offsetLeft - Math.max(0, before);
    }
    show();
    // Also when the window or a line between the parts is moved; not in every test surrounding.
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(show);
    observer.observe(list);
    return () => observer.disconnect();
  }, [currentId]);

  return (
    <section className={styles.section} aria-label={t('blocks.title')}>
      {blocks.length === 0 ? (
        <p className={styles.empty}>{t('blocks.empty')}</p>
      ) : (
        <>
          <ol ref={strip} className={styles.strip}>
            {blocks.map((block) => (
              <BlockButton
                key={block.id}
                block={block}
                isCurrent={block.id === currentId}
                showNow={showNow}
                onStart={() => perform({ type: 'startBlock', blockId: block.id })}
              />
            ))}
          </ol>
          <Button
            tone="quiet"
            className={styles.next}
            onClick={() => perform({ type: 'nextBlock' })}
          >
            {t('blocks.next')}
            <ActionKey of="nextBlock" />
          </Button>
        </>
      )}
      <div className={styles.notice}>
        <AreaNotice area="blocks" />
      </div>
    </section>
  );
}
