import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';

import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useRoomSlips } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { isComposing } from '#renderer/ui/composing.ts';
import floating from '#renderer/ui/Floating.module.css';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useRisk, useRiskFinder } from '#renderer/ui/use-risk-note.ts';
import { CUE_TEXT_MAX } from '#shared/model/cue.ts';
import type { RiskClass } from '#shared/model/risk-word.ts';
import { SLIP_WORD_MAX, type Slip } from '#shared/model/slip.ts';

import { CLASS_KEYS, classOfKey, correctionLine } from './slip-words.ts';
import styles from './SlipBar.module.css';

const NO_CLAIMS: readonly string[] = [];

/** After a slip was logged: what it was, if anybody wants to say, and the line that puts it right. */
export function SlipBar(): ReactElement | null {
  const shown = useDeskStore((desk) => desk.shownSlipSeq);
  const { slips } = useRoomSlips();
  const slip = slips.find(({ seq }) => seq === shown);
  return slip === undefined ? null : <OpenBar key={slip.seq} slip={slip} />;
}

function OpenBar({ slip }: { readonly slip: Slip }): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const runInArea = useRunInArea();
  const close = useDeskStore((desk) => desk.showSlip);
  const find = useRiskFinder(NO_CLAIMS);
  const [word, setWord] = useState(slip.word);
  const [typed, setTyped] = useState<string | null>(null);
  const bar = useRef<HTMLElement>(null);
  const classes = useRef<HTMLDivElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);
  const [hit] = find(word);
  const line = typed ?? correctionLine(i18n, slip, hit);
  const risk = useRisk(line);
  const { seq: slipSeq } = slip;

  useEffect(() => classes.current?.querySelector('button')?.focus(), []);

  async function describe(slipClass: RiskClass | null): Promise<void> {
    const of = slipClass ?? hit?.entry.class ?? null;
    const said = { slipSeq, word: word.trim().slice(0, SLIP_WORD_MAX), slipClass: of };
    const result = await runInArea('show', 'slip.describe', said);
    // Enter sends the line; every other key is the desk's again.
    if (result.ok) sendButton.current?.focus();
  }

  async function correct(): Promise<void> {
    const text = line.trim();
    if (text === '' || text.length > CUE_TEXT_MAX) return;
    const result = await runInArea('cues', 'slip.correct', { slipSeq, text });
    if (result.ok) leave();
  }

  async function withdraw(): Promise<void> {
    const result = await runInArea('show', 'slip.withdraw', { slipSeq });
    if (result.ok) leave();
  }

  /** The keys go back to the desk. */
  function leave(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    close(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const isTyping = event.target instanceof HTMLInputElement;
    const hasMod = event.ctrlKey || event.metaKey || event.altKey;
    const isChoosing = event.target instanceof Node && classes.current?.contains(event.target);
    const chosen = isChoosing === true && !hasMod ? classOfKey(event.key) : undefined;
    const isUndo = !isTyping && hasMod && event.key.toLowerCase() === 'z';
    if (event.key !== 'Escape' && chosen === undefined && !isUndo) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (chosen !== undefined) void describe(chosen);
    else if (isUndo) void withdraw();
    else leave();
  }

  useEffect(() => {
    const element = bar.current;
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  });

  return (
    <section
      ref={bar}
      className={classNames(floating.floating, styles.bar)}
      aria-label={t('slips.title')}
    >
      <div className={styles.head}>
        <span className={styles.title} role="status">
          {t('slips.loggedAt', { time: format.time(slip.ts, null) })}
          {slip.by !== '' && ` · ${slip.by}`}
        </span>
        <Button tone="quiet" onClick={() => void withdraw()}>
          {t('slips.withdraw')}
        </Button>
        <Button
          tone="quiet"
          aria-label={t('common.close')}
          title={t('common.close')}
          onClick={leave}
        >
          ✕
        </Button>
      </div>
      <div ref={classes} className={styles.classes} role="group" aria-label={t('slips.classes')}>
        {CLASS_KEYS.map(([key, of]) => (
          <Button
            key={of}
            className={classNames(slip.slipClass === of && styles.chosen)}
            aria-pressed={slip.slipClass === of}
            onClick={() => void describe(of)}
          >
            {key !== null && <Kbd>{key}</Kbd>} {t(`slips.class.${of}`)}
          </Button>
        ))}
      </div>
      <div className={styles.line}>
        <TextField
          label={t('slips.word')}
          value={word}
          maxLength={SLIP_WORD_MAX}
          onChange={setWord}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
            event.preventDefault();
            void describe(slip.slipClass);
          }}
        />
        <Button disabled={word.trim() === slip.word} onClick={() => void describe(slip.slipClass)}>
          {t('common.save')}
        </Button>
      </div>
      <div className={styles.line}>
        <TextField
          label={t('slips.correction')}
          value={line}
          maxLength={CUE_TEXT_MAX}
          onChange={setTyped}
          risk={risk}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event.nativeEvent) || event.repeat) return;
            event.preventDefault();
            void correct();
          }}
        />
        <Button
          ref={sendButton}
          tone="go"
          disabled={line.trim() === ''}
          onClick={() => void correct()}
        >
          {t('slips.send')}
        </Button>
      </div>
      {slip.cueId !== null && <p className={styles.hint}>{t('slips.sentBefore')}</p>}
    </section>
  );
}
