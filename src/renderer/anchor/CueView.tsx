import { useCallback, useEffect, useRef } from 'react';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { SentCue } from '#shared/model/cue.ts';

import { cuePhrases } from './cue-phrases.ts';
import { type CueWord, cueWords } from './cue-words.ts';
import styles from './CueView.module.css';
import { type CueSetting, measureCue } from './measure-cue.ts';
import { PageButton } from './PageButton.tsx';
import { ScriptText } from './ScriptText.tsx';
import { useMeasured } from './use-measured.ts';
import type { PageTurner } from './use-pages.ts';

interface CueViewProps {
  readonly cue: SentCue;
  readonly pages: PageTurner;
}

function classOf({ script, isWhole }: CueWord): string {
  if (script === 'latin') return styles.latin ?? '';
  return isWhole ? (styles.word ?? '') : '';
}

/** The one thing to say now, at the size it is read from, in as many pages as it needs. */
export function CueView({ cue, pages: turner }: CueViewProps): ReactElement {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLParagraphElement>(null);
  const { text } = cue;
  const answer = cue.answer === null ? null : t('answers.onScreen', { answer: cue.answer });
  const whole = answer === null ? text : `${text} ${answer}`;
  const measure = useCallback(
    (boxNow: HTMLElement): CueSetting =>
      probe.current === null
        ? { pages: [whole], fit: 'large' }
        : measureCue({ text, answer }, boxNow, probe.current, classOf),
    [text, answer, whole],
  );
  const { pages, fit } = useMeasured<CueSetting>(box, { pages: [whole], fit: 'large' }, measure);
  const { page, setCount } = turner;

  useEffect(() => setCount(Math.max(1, pages.length)), [pages.length, setCount]);

  return (
    <section className={styles.view} aria-label={t('anchor.currentCue')} data-kind={cue.kind}>
      <div className={styles.kind}>
        <ScriptText text={t(`cues.kindOf.${cue.kind}`)} />
        <PageButton pages={turner} />
      </div>
      <div className={styles.box} ref={box}>
        <p className={styles.line} data-fit={fit} role="status">
          {cuePhrases(pages[page] ?? pages[0] ?? '').map((phrase, position) => (
            <span key={position}>
              {cueWords(phrase).map((word, at) => (
                <span key={at} className={classOf(word)}>
                  {word.text}
                </span>
              ))}
            </span>
          ))}
        </p>
        <p className={styles.probe} ref={probe} aria-hidden="true" />
      </div>
      {/* Anywhere on the cue turns the page; keys and the big target do the same. */}
      {turner.count > 1 && (
        <button
          type="button"
          className={styles.cover}
          onClick={turner.turn}
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
    </section>
  );
}
