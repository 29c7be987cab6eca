import type { ReactElement } from 'react';

import { assertNever } from '#shared/lib/assert-never.ts';
import type { Push, ReverseAnswer, TargetAnswer } from '#shared/model/product.ts';
import { useRunInArea } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { thereText } from '#renderer/i18n/there-text.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';

import styles from './ArmedCard.module.css';
import { ManualAnswer } from './ManualAnswer.tsx';

const SIGNS: Readonly<Record<TargetAnswer['state'], string>> = {
  waiting: '…',
  ok: '✓',
  failed: '✕',
  unknown: '?',
  none: '–',
};

const CHANGED_SIGN = '≠';

interface AnswerRowProps {
  readonly push: Push;
  readonly answer: TargetAnswer;
  /** The push is another one than the card's: its number is said. */
  readonly isNumbered: boolean;
}

/** What one target answered to GO, what it shows by now, and what came of taking it back. */
export function AnswerRow({ push, answer, isNumbered }: AnswerRowProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const isByHand = answer.target === 'manual' && answer.state === 'waiting';
  const isChanged = isChangedThere(push, answer);
  const own = answer.name === '' ? t(`push.target.${answer.target}`) : answer.name;
  const text = isChanged ? changedText(i18n, answer) : answerText(i18n, answer);
  return (
    <li
      className={classNames(
        styles.answer,
        styles[answer.state],
        isByHand && styles.byHand,
        isChanged && styles.changed,
      )}
    >
      <span className={styles.answerSign} aria-hidden="true">
        {isChanged && answer.state === 'ok' ? CHANGED_SIGN : SIGNS[answer.state]}
      </span>
      <span>{isNumbered ? t('push.numbered', { number: push.linkNumber, name: own }) : own}</span>
      <span className={styles.answerText} title={text}>
        {text}
      </span>
      {isChanged && <PushAgain push={push} answer={answer} name={own} />}
      {isByHand && <ManualAnswer pushId={push.id} answer={answer} />}
      {answer.reverse !== null && (
        <span className={styles.reverse}>{reverseText(i18n, answer.reverse)}</span>
      )}
    </li>
  );
}

/** Only of what is on: what became of it later is nobody's business here. */
function isChangedThere(
  { state }: Push,
  { there, state: answered, reverse }: TargetAnswer,
): boolean {
  return there !== null && state === 'on_shelf' && answered !== 'waiting' && reverse === null;
}

function PushAgain({
  push,
  answer: { outletId },
  name,
}: {
  readonly push: Push;
  readonly answer: TargetAnswer;
  readonly name: string;
}): ReactElement | null {
  const { t } = useI18n();
  const runInArea = useRunInArea();
  if (outletId === null) return null;
  return (
    <Button
      tone="quiet"
      aria-label={t('push.againNamed', { number: push.linkNumber, name })}
      onClick={() => void runInArea('push', 'outlet.pushAgain', { pushId: push.id, outletId })}
    >
      {t('push.again')}
    </Button>
  );
}

function changedText(i18n: I18n, answer: TargetAnswer): string {
  const { t, format } = i18n;
  if (answer.there === null) return '';
  const there = thereText(i18n, answer.there);
  return answer.state === 'ok'
    ? t('push.changedThere', { time: format.time(answer.there.sinceTs, null), there })
    : t('push.thereNow', { answer: answerText(i18n, answer), there });
}

function reasonOf({ t }: I18n, code: string): string {
  const status = /^http_(\d+)$/.exec(code)?.[1];
  if (status !== undefined) return t('target.reason.http', { status });
  const key = `target.reason.${code}`;
  return isMessageKey(key) ? t(key) : t('target.reason.other', { reason: code });
}

function reverseText(i18n: I18n, { state, reason, delayMs }: ReverseAnswer): string {
  return i18n.t(`push.reverse.${state}`, {
    delay: delayMs === null ? '' : i18n.format.delay(delayMs),
    reason: reason === null ? '' : reasonOf(i18n, reason),
  });
}

function answerText(i18n: I18n, answer: TargetAnswer): string {
  const { t, format } = i18n;
  switch (answer.state) {
    case 'waiting':
      return t('push.answer.waiting');
    case 'none':
      if (answer.reason !== null) return reasonOf(i18n, answer.reason);
      return t(answer.target === 'cue' ? 'push.noCue' : 'push.answer.none');
    case 'ok':
      return answer.delayMs === null
        ? t('push.answer.ok')
        : t('push.answerTook', { delay: format.delay(answer.delayMs) });
    case 'failed':
      return answer.reason === null
        ? t('push.answer.failed')
        : t('push.answerFailed', { reason: reasonOf(i18n, answer.reason) });
    case 'unknown':
      return answer.reason === null
        ? t('push.answer.unknown')
        : t('push.answerUnknown', { reason: reasonOf(i18n, answer.reason) });
    default:
      return assertNever(answer.state);
  }
}
