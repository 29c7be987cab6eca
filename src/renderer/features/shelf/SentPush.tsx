import type { ReactElement } from 'react';

import { assertNever } from '#shared/lib/assert-never.ts';
import { PUSH_TARGETS } from '#shared/model/product.ts';
import type { Push, ShelfItem, TargetAnswer } from '#shared/model/product.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { classNames } from '#renderer/ui/class-names.ts';

import styles from './ArmedCard.module.css';
import { PushedProduct } from './PushedProduct.tsx';
import { UndoButton } from './UndoButton.tsx';

const SIGNS: Readonly<Record<TargetAnswer['state'], string>> = {
  waiting: '…',
  ok: '✓',
  failed: '✕',
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
          <li key={answer.target} className={classNames(styles.answer, styles[answer.state])}>
            <span className={styles.answerSign} aria-hidden="true">
              {SIGNS[answer.state]}
            </span>
            <span>{t(`push.target.${answer.target}`)}</span>
            <span className={styles.answerText}>{answerText(i18n, answer)}</span>
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

function answerText({ t, format }: I18n, answer: TargetAnswer): string {
  switch (answer.state) {
    case 'waiting':
      return t('push.answer.waiting');
    case 'none':
      return t(answer.target === 'cue' ? 'push.noCue' : 'push.answer.none');
    case 'ok':
      return answer.delayMs === null
        ? t('push.answer.ok')
        : t('push.answerTook', { delay: format.delay(answer.delayMs) });
    case 'failed': {
      if (answer.reason === null) return t('push.answer.failed');
      const key = `target.reason.${answer.reason}`;
      const reason = isMessageKey(key)
        ? t(key)
        : t('target.reason.other', { reason: answer.reason });
      return t('push.answerFailed', { reason });
    }
    default:
      return assertNever(answer.state);
  }
}
