import type { ReactElement } from 'react';

import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import type { Armed, Push, ShelfItem } from '#shared/model/product.ts';

import styles from './ArmedLine.module.css';
import { ExpiresIn } from './ExpiresIn.tsx';
import { GoButton } from './GoButton.tsx';
import { PriceLadder } from './PriceLadder.tsx';
import { UndoButton } from './UndoButton.tsx';

/**
 * What GO will send and what it sent, for a window without the shelf: the keys work there too, and
 * nothing goes out unseen. Always there and always of one height.
 */
export function ArmedLine(): ReactElement {
  const { t } = useI18n();
  const { armed, lastPush, items } = useShelf();
  const find = (push: Armed | Push | null): ShelfItem | null =>
    items.find((item) => item.productId === push?.productId) ?? null;
  const armedItem = find(armed);
  const sentItem = find(lastPush);
  const isArmed = armed !== null && armedItem !== null;
  return (
    <section
      className={classNames(styles.line, isArmed && styles.armed)}
      aria-label={t('push.region')}
    >
      {isArmed ? (
        <ArmedNow armed={armed} item={armedItem} />
      ) : lastPush !== null && sentItem !== null ? (
        <Sent push={lastPush} item={sentItem} />
      ) : (
        <p className={styles.idle}>{t('push.idle')}</p>
      )}
      <div className={styles.notice}>
        <AreaNotice area="push" />
      </div>
    </section>
  );
}

function ArmedNow({ armed, item }: { armed: Armed; item: ShelfItem }): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  return (
    <>
      <div className={styles.text}>
        <p className={styles.state}>
          <output>{t('push.armed', { number: armed.linkNumber })}</output>
          {t('common.separator')}
          <ExpiresIn expiresTs={armed.expiresTs} />
        </p>
        <p className={styles.product} title={item.name}>
          <b>{item.name}</b> <PriceLadder product={item} />
        </p>
      </div>
      <GoButton className={styles.go} />
      <Button
        tone="quiet"
        aria-label={t('push.disarm')}
        onClick={() => perform({ type: 'disarm' })}
      >
        <ActionKey of="disarm" />
      </Button>
    </>
  );
}

function Sent({ push, item }: { push: Push; item: ShelfItem }): ReactElement {
  const { t } = useI18n();
  const isUndone = push.state === 'undone';
  const failed = push.targets.filter(({ state }) => state === 'failed').length;
  return (
    <>
      <div className={styles.text}>
        <output className={isUndone ? styles.undone : styles.sent}>
          {t(isUndone ? 'push.undone' : 'push.sent', { number: push.linkNumber })}
        </output>
        <p className={styles.product} title={item.name}>
          <b>{item.name}</b>
          {failed > 0 && (
            <span className={styles.failed}>
              {t('common.separator')}
              {t('push.failedCount', { number: push.linkNumber, count: failed })}
            </span>
          )}
        </p>
      </div>
      <UndoButton push={push} isShort={false} />
    </>
  );
}
