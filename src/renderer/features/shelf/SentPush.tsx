import { useRef } from 'react';
import type { ReactElement } from 'react';

import { PUSH_TARGETS } from '#shared/model/product.ts';
import type { Push, ShelfItem, TargetAnswer } from '#shared/model/product.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { useScrollStop } from '#renderer/ui/use-scroll-stop.ts';

import { AnswerRow } from './AnswerRow.tsx';
import styles from './ArmedCard.module.css';
import { PushedProduct } from './PushedProduct.tsx';
import { UndoButton } from './UndoButton.tsx';

interface SentPushProps {
  readonly push: Push;
  readonly item: ShelfItem;
  /** What is on the shelf: the push before, after an undo. */
  readonly current: Push | null;
}

/** What each target answered to GO. One that fails says so and stops none of the others. */
export function SentPush({ push, item, current }: SentPushProps): ReactElement {
  const { t } = useI18n();
  const isUndone = push.state === 'undone';
  const said = t(isUndone ? 'push.undone' : 'push.sent', { number: push.linkNumber });
  const answers = useRef<HTMLUListElement>(null);
  useScrollStop(answers);
  const restored = current === null || current.id === push.id ? [] : current.targets;
  return (
    <>
      <div className={styles.head}>
        <output className={classNames(styles.title, isUndone && styles.undone)} title={said}>
          {said}
        </output>
        <UndoButton push={push} isShort={false} />
      </div>
      <PushedProduct item={item} />
      <ul ref={answers} className={styles.answers} aria-label={t('push.answers')}>
        {inFixedOrder(push.targets).map((answer) => (
          <AnswerRow key={keyOf(answer)} push={push} answer={answer} isNumbered={false} />
        ))}
        {current !== null &&
          inFixedOrder(restored.filter(isOfNote)).map((answer) => (
            <AnswerRow
              key={`${current.id} ${keyOf(answer)}`}
              push={current}
              answer={answer}
              isNumbered
            />
          ))}
      </ul>
    </>
  );
}

/** Of what is on again: an outlet that does not show it, or not yet. */
function isOfNote({ outletId, state, there, reverse }: TargetAnswer): boolean {
  const isAstray = there !== null || state === 'waiting' || state === 'failed';
  return outletId !== null && reverse === null && isAstray;
}

function keyOf({ target, outletId }: TargetAnswer): string {
  return `${target} ${outletId}`;
}

/** The order of the targets is the screen's, not that of their answers. */
function inFixedOrder(targets: readonly TargetAnswer[]): readonly TargetAnswer[] {
  return PUSH_TARGETS.flatMap((target) => targets.filter((answer) => answer.target === target));
}
