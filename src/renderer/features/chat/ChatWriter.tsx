import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import type { ChatLine } from '#renderer/actions/chat-line.ts';
import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useSources } from '#renderer/store/selectors.ts';
import { useShownClaims } from '#renderer/store/use-product-claims.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { isComposing } from '#renderer/ui/composing.ts';
import { platformName } from '#renderer/ui/platform-name.ts';
import { useRisk } from '#renderer/ui/use-risk-note.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { outgoingText } from '#shared/rules/chat-acts/outgoing-text.ts';

import styles from './ChatWriter.module.css';
import { useOfferedAnswer } from './use-offered-answer.ts';
import { sourceIdsOf, writeTargets, type WriteTarget } from './write-targets.ts';

interface ChatWriterProps {
  /** The selected message, which can be answered; null for none. */
  readonly line: ChatLine | null;
  /** Closed: the keys go back to the list. */
  readonly onClose: () => void;
}

/** A line of one's own into a platform's chat: Enter sends it, Escape leaves and keeps what was typed. */
export function ChatWriter({ line, onClose }: ChatWriterProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const sources = useSources();
  const runInArea = useRunInArea();
  const text = useDeskStore((state) => state.chatDraft);
  const setText = useDeskStore((state) => state.setChatDraft);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const lineSeq = line?.lineSeq ?? null;

  useEffect(() => input.current?.focus(), [lineSeq]);

  const targets = writeTargets(sources, line);
  const target = targets.find(({ id }) => id === chosen) ?? targets[0] ?? null;
  const offer = useOfferedAnswer(target?.kind === 'reply' ? (line?.text ?? null) : null);
  const risk = useRisk(text, useShownClaims(text));
  const outgoing = outgoingText(text);
  const left = (target?.textMax ?? 0) - (outgoing?.characters ?? 0);
  const canSend = target !== null && outgoing !== null && left >= 0 && !isSending;

  async function send(): Promise<void> {
    if (!canSend || target === null) return;
    setSending(true);
    const results = await Promise.all(
      sourceIdsOf(target).map((sourceId) =>
        runInArea('chat', 'chat.send', { sourceId, text, lineSeq: target.lineSeq }),
      ),
    );
    setSending(false);
    if (!results.some(({ ok }) => ok)) return;
    setText('');
    if (target.kind === 'reply') onClose();
    else input.current?.focus();
  }

  /** An answer nobody touched is not kept for the next message. */
  function close(): void {
    offer.takeBack();
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    void send();
  }

  const count = format.number(Math.abs(left));
  return (
    <section className={styles.writer} aria-label={t('act.writeTitle')}>
      <div className={styles.head}>
        {targets.length > 0 && (
          <select
            className={styles.target}
            aria-label={t('act.to')}
            value={target?.id ?? ''}
            onChange={(event) => setChosen(event.target.value)}
          >
            {targets.map((each) => (
              <option key={each.id} value={each.id}>
                {targetName(i18n, each, line)}
              </option>
            ))}
          </select>
        )}
        <span className={styles.account}>
          {offer.isOffered && <b className={styles.offered}>{t('answers.offered')} </b>}
          {target === null ? '' : accountOf(i18n, target)}
        </span>
        <Button
          tone="quiet"
          className={styles.close}
          aria-label={t('act.close')}
          title={t('act.close')}
          onClick={close}
        >
          ✕
        </Button>
      </div>
      {target === null ? (
        <p className={styles.none}>{t('act.cannotSend', { reason: whyNone(i18n, sources) })}</p>
      ) : (
        <div className={styles.line}>
          <TextField
            className={styles.field}
            label={t('act.writeField')}
            risk={risk}
            isLabelHidden
            isNoteAbove
            placeholder={
              target.kind === 'reply' && line !== null
                ? t('act.replyPrompt', { name: line.name ?? t('chat.someone') })
                : t('act.writePrompt')
            }
            value={text}
            onChange={setText}
            inputRef={input}
            aria-describedby={COUNT_ID}
            onKeyDown={onKeyDown}
          />
          <span
            id={COUNT_ID}
            className={classNames(styles.count, left < 0 && styles.over)}
            title={t(left < 0 ? 'act.over' : 'act.left', { count })}
          >
            {left < 0 ? `−${count}` : count}
          </span>
          <Button tone="go" disabled={!canSend} onClick={() => void send()}>
            {t('act.send')}
          </Button>
        </div>
      )}
      <AreaNotice area="chat" />
    </section>
  );
}

const COUNT_ID = 'chat-writer-count';

function targetName(i18n: I18n, target: WriteTarget, line: ChatLine | null): string {
  const { kind, sources } = target;
  const platform = platformName(i18n, sources[0]?.platform ?? '');
  if (kind === 'all') return i18n.t('act.toAll', { count: sources.length });
  if (kind === 'one') return platform;
  return i18n.t('act.toReply', { name: line?.name ?? i18n.t('chat.someone'), platform });
}

function accountOf({ t }: I18n, { sources }: WriteTarget): string {
  const [only, ...others] = new Set(sources.flatMap(({ acts }) => acts.account ?? []));
  return only === undefined || others.length > 0 ? '' : t('act.as', { account: only });
}

/** The first source's reason, in the order in which they are listed. */
function whyNone({ t }: I18n, sources: ReturnType<typeof useSources>): string {
  const [first] = sources;
  if (first === undefined) return t('act.noPlatform');
  if (first.acts.can.send) return t('reason.not_ready');
  return t(`reason.${first.acts.lack ?? 'not_offered'}`);
}
