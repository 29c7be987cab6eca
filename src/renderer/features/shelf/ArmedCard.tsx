import type { ReactElement } from 'react';

import type { Armed, Push, ShelfItem } from '#shared/model/product.ts';
import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useOutlets, useShelf } from '#renderer/store/selectors.ts';
import { classNames } from '#renderer/ui/class-names.ts';

import styles from './ArmedCard.module.css';
import { ArmedProduct } from './ArmedProduct.tsx';
import { SentPush } from './SentPush.tsx';

/**
 * What GO will send, and after GO what came of it. Always there and always of one height. Announced
 * once when its product changes, not with every second of the countdown.
 */
export function ArmedCard(): ReactElement {
  const { t } = useI18n();
  const { armed, lastPush, items, current } = useShelf();
  const find = (push: Armed | Push | null): ShelfItem | null =>
    items.find((item) => item.productId === push?.productId) ?? null;
  const hasOutlets = useOutlets().outlets.some(({ isOn }) => isOn);
  const armedItem = find(armed);
  const sentItem = find(lastPush);

  return (
    <section
      // By what the room has set up, not by what happens: the card keeps its height.
      className={classNames(styles.region, hasOutlets && styles.wide)}
      aria-label={t('push.region')}
    >
      {armed !== null && armedItem !== null ? (
        <div className={classNames(styles.card, styles.armed)}>
          <ArmedProduct armed={armed} item={armedItem} lastPush={lastPush} />
          <div className={styles.notice}>
            <AreaNotice area="push" />
          </div>
        </div>
      ) : lastPush !== null && sentItem !== null ? (
        <div className={classNames(styles.card, styles.sent)}>
          <SentPush push={lastPush} item={sentItem} current={current} />
          <div className={styles.notice}>
            <AreaNotice area="push" />
          </div>
        </div>
      ) : (
        <div className={classNames(styles.card, styles.idle)}>
          <p className={styles.idleTitle}>{t('push.idle')}</p>
          <p className={styles.idleHint}>{t('push.idleHint')}</p>
          <div className={styles.notice}>
            <AreaNotice area="push" />
          </div>
        </div>
      )}
    </section>
  );
}
