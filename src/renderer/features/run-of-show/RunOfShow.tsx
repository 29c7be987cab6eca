import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';

import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useBlocks } from '#renderer/store/selectors.ts';
import { useShowNow } from '#renderer/store/use-now.ts';

import { BlockControls } from './BlockControls.tsx';
import { BlockButton } from './BlockButton.tsx';
import styles from './RunOfShow.module.css';
import { cutEnds, restingScroll, type Span } from './strip-place.ts';

const LONGEST_FADE_PX = 40;

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
    showCurrent(list);
    // Also when the window or a line between the parts is moved; not in every test surrounding.
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => showCurrent(list));
    observer.observe(list);
    return () => observer.disconnect();
  }, [currentId]);

  return (
    <section className={styles.section} aria-label={t('blocks.title')}>
      {blocks.length === 0 ? (
        <p className={styles.empty}>{t('blocks.empty')}</p>
      ) : (
        <>
          <ol
            ref={strip}
            className={styles.strip}
            onScroll={({ currentTarget }) => markCutEnds(currentTarget)}
          >
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
          <BlockControls showNow={showNow} />
        </>
      )}
      <div className={styles.notice}>
        <AreaNotice area="blocks" />
      </div>
    </section>
  );
}

function spanOf(list: HTMLElement, block: HTMLElement): Span {
  const left = block.offsetLeft - list.offsetLeft;
  return { left, right: left + block.offsetWidth };
}

function spansOf(list: HTMLElement): readonly Span[] {
  return [...list.children].flatMap((block) =>
    block instanceof HTMLElement ? [spanOf(list, block)] : [],
  );
}

function showCurrent(list: HTMLElement): void {
  const current = list.querySelector<HTMLElement>('[data-is-current]');
  if (current !== null) {
    const size = { room: list.clientWidth, whole: list.scrollWidth };
    list.scrollLeft = restingScroll(spansOf(list), spanOf(list, current), size);
  }
  markCutEnds(list);
}

/** A block that lies across an end of the strip fades out there, and it alone. */
function markCutEnds(list: HTMLElement): void {
  const { left, right } = cutEnds(spansOf(list), {
    from: list.scrollLeft,
    room: list.clientWidth,
  });
  list.style.setProperty('--left-fade', `${Math.min(left, LONGEST_FADE_PX)}px`);
  list.style.setProperty('--right-fade', `${Math.min(right, LONGEST_FADE_PX)}px`);
}
