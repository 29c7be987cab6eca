import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';
import { useShelf } from '#renderer/store/selectors.ts';
import { useWallNow } from '#renderer/store/use-now.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { ShelfItem } from '#shared/model/product.ts';
import type { Rotation } from '#shared/model/rotation.ts';

import styles from './Rotation.module.css';

interface RotationStateProps {
  readonly rotation: Rotation;
  readonly items: readonly ShelfItem[];
  /** On the sheet: what was left out too. */
  readonly isWhole: boolean;
}

/** What is next and when, or what it waits for. */
export function RotationState({ rotation, items, isWhole }: RotationStateProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const next = items.find(({ productId }) => productId === rotation.nextProductId);
  const group = useShelf().groups.find(({ id }) => id === rotation.groupId);
  const isPaused = rotation.state === 'paused';
  const label = `${next?.linkNumber ?? ''} ${next?.name ?? ''}`;
  return (
    <section className={styles.state} aria-label={t('rotation.title')}>
      <p className={styles.next} title={label}>
        {group === undefined
          ? t('rotation.next', { product: label })
          : t('rotation.nextOf', { group: group.name, product: label })}
      </p>
      <When rotation={rotation} />
      <Button tone="quiet" onClick={() => void run('rotation.pause', { isPaused: !isPaused })}>
        {t(isPaused ? 'rotation.resume' : 'rotation.pause')}
      </Button>
      <Button tone="quiet" onClick={() => void run('rotation.end', {})}>
        {t('rotation.end')}
      </Button>
      {isWhole &&
        rotation.skipped.map(({ productId, reason }, index) => (
          <p key={`${productId} ${index}`} className={styles.skipped}>
            {skippedText(i18n, items, productId, reason)}
          </p>
        ))}
    </section>
  );
}

function When({ rotation }: { readonly rotation: Rotation }): ReactElement {
  const { t, format } = useI18n();
  const wallNow = useWallNow(500);
  const { state, heldBy, nextTs } = rotation;
  const text =
    state === 'paused'
      ? t('rotation.paused')
      : heldBy !== null
        ? t(`rotation.held.${heldBy}`)
        : t('rotation.in', { time: format.span(Math.max(0, (nextTs ?? wallNow) - wallNow)) });
  return <p className={styles.when}>{text}</p>;
}

function skippedText(
  { t }: I18n,
  items: readonly ShelfItem[],
  productId: number,
  code: string,
): string {
  const number = items.find((item) => item.productId === productId)?.linkNumber ?? '';
  const key = `push.guard.${code}`;
  return t('rotation.skipped', { number, reason: isMessageKey(key) ? t(key) : code });
}
