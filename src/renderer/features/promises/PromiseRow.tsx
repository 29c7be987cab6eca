import type { ReactElement, ReactNode } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { promiseClock, promiseText } from '#renderer/ui/promise-text.ts';
import type { ShowPromise } from '#shared/model/promise.ts';

import styles from './Promises.module.css';

interface PromiseRowProps {
  readonly promise: ShowPromise;
  /** What stands in place of the countdown; null: the countdown. */
  readonly end: string | null;
  /** What can be done with it. */
  readonly children: ReactNode;
}

/** One promise: of what, how much is left, how long. */
export function PromiseRow({ promise, end, children }: PromiseRowProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { items } = useShelf();
  const wallNow = useWallNow(500);
  const item = items.find(({ productId }) => productId === promise.productId);
  const clock = promiseClock(i18n, promise.dueTs, wallNow);
  const says = promiseText(i18n, promise, item?.currency ?? 'CNY');
  const isBlind = promise.promiseKind === 'limited' && promise.left === null;
  const name = item === undefined ? '' : `${item.linkNumber} ${item.name}`;
  const label = [name, says].filter((part) => part !== '').join(t('common.separator'));
  return (
    <li className={styles.row} data-late={clock.isLate && end === null}>
      <span
        className={styles.says}
        title={isBlind ? `${label} (${t('promise.says.leftUnknown')})` : label}
      >
        {item !== undefined && <b className={styles.number}>{item.linkNumber}</b>}
        {says}
      </span>
      <span className={styles.clock}>{end ?? clock.text}</span>
      <span className={styles.acts}>{children}</span>
    </li>
  );
}
