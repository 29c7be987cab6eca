import type { ReactElement } from 'react';

import { assertNever } from '#shared/lib/assert-never.ts';
import { PUSH_TARGETS } from '#shared/model/product.ts';
import type { Push, ReverseAnswer, ShelfItem, TargetAnswer } from '#shared/model/product.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { classNames } from '#renderer/ui/class-names.ts';

import styles from './ArmedCard.module.css';
import { ManualAnswer } from './ManualAnswer.tsx';
import { PushedProduct } from './PushedProduct.tsx';
import { UndoButton } from './UndoButton.tsx';

const SIGNS: Readonly<Record<TargetAnswer['state'], string>> = {
  waiting: '…',
  ok: '✓',
  failed: '✕',
  unknown: '?',
  none: '–',
};

/** What each target answered to GO. One that fails says so and stops none of the others. */
export function SentPush({
  push,
  item,
}: {
  readonly push: Push;
  readonly item: ShelfItem;
}): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const isUndone = push.state === 'undone';
  const said = t(isUndone ? 'push.undone' : 'push.sent', { number: push.linkNumber });
  return (
    <>
      <div className={styles.head}>
        <output className={classNames(styles.title, isUndone && styles.undone)} title={said}>
          {said}
        </output>
        <UndoButton push={push} isShort={false} />
      </div>
      <PushedProduct item={item} />
      <ul className={styles.answers}>
        {inFixedOrder(push.targets).map((answer) => (
          <li
            key={`${answer.target} ${answer.outletId}`}
            className={classNames(
              styles.answer,
              styles[answer.state],
              answer.target === 'manual' && answer.state === 'waiting' && styles.byHand,
            )}
          >
            <span className={styles.answerSign} aria-hidden="true">
              {SIGNS[answer.state]}
            </span>
            <span>{answer.name === '' ? t(`push.target.${answer.target}`) : answer.name}</span>
            <span className={styles.answerText} title={answerText(i18n, answer)}>
              {answerText(i18n, answer)}
            </span>
            {answer.target === 'manual' && answer.state === 'waiting' && (
              <ManualAnswer pushId={push.id} answer={answer} />
            )}
            {answer.reverse !== null && (
              <span className={styles.reverse}>{reverseText(i18n, answer.reverse)}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The order of the targets is the screen's, not that of their answers. */
function inFixedOrder(targets: readonly TargetAnswer[]): readonly TargetAnswer[] {
  return PUSH_TARGETS.flatMap((target) => targets.filter((answer) => answer.target === target));
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
