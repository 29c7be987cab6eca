import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { SentCue } from '#shared/model/cue.ts';

import { cuePhrases } from './cue-phrases.ts';
import styles from './CueView.module.css';
import { ScriptText } from './ScriptText.tsx';
import { useCuePages } from './use-cue-pages.ts';

interface CueViewProps {
  readonly cue: SentCue;
  readonly page: number;
  onPages(count: number): void;
  onTurn(): void;
}

const FALLBACK_CUE_PX = 92;

/** The one thing to say now, at the size it is read from, in as many pages as it needs. */
export function CueView({ cue, page, onPages, onTurn }: CueViewProps): ReactElement {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLParagraphElement>(null);
  const pages = useCuePages(cue.text, box, probe, FALLBACK_CUE_PX);
  const isPaged = pages.length > 1;

  useEffect(() => onPages(Math.max(1, pages.length)), [pages.length, onPages]);

  return (
    <section className={styles.view} aria-label={t('anchor.currentCue')} data-kind={cue.kind}>
      <div className={styles.kind}>
        <ScriptText text={t(`cues.kindOf.${cue.kind}`)} />
        {isPaged && (
          <button type="button" className={styles.page} onClick={onTurn}>
            <ScriptText text={t('anchor.page', { page: page + 1, pages: pages.length })} />
          </button>
        )}
      </div>
      <div className={styles.box} ref={box}>
        <p className={styles.line} role="status">
          {cuePhrases(pages[page] ?? pages[0] ?? '').map((phrase, position) => (
            <span key={position}>{phrase}</span>
          ))}
        </p>
        <p className={styles.probe} ref={probe} aria-hidden="true" />
      </div>
      {/* Anywhere on the cue turns the page; keys and the big target do the same. */}
      {isPaged && (
        <button
          type="button"
          className={styles.cover}
          onClick={onTurn}
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
    </section>
  );
}
