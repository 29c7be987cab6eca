import { useEffect, useLayoutEffect } from 'react';
import type { ReactElement } from 'react';

import { usePushReceipt } from '#renderer/connection/use-push-receipt.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useLink, useOverlayLook, useShelf, useShow } from '#renderer/store/selectors.ts';

import type { Result } from '#shared/contract/app-error.ts';
import type { PairState } from '#shared/contract/pair-state.ts';
import type { OverlayLook } from '#shared/model/overlay-look.ts';

import styles from './OverlayApp.module.css';
import { OverlayCard } from './OverlayCard.tsx';
import { OverlayPairing } from './OverlayPairing.tsx';
import { useCards } from './use-cards.ts';
import { useIsLostFor } from './use-is-lost-for.ts';

/** After this long without the desk, what the card says may no longer be true. */
export const LOST_CARD_STAYS_MS = 30_000;

interface OverlayAppProps {
  /** What the desk said to the link of the browser source; null without one. */
  readonly first: Result<PairState> | null;
  /** The look that the page's address asks for; null: the one chosen on the desk. */
  readonly fixedLook: OverlayLook | null;
  onPaired(): void;
}

/** The product card over the broadcast, and nothing else. */
export function OverlayApp({ first, fixedLook, onPaired }: OverlayAppProps): ReactElement | null {
  const { t } = useI18n();
  const link = useLink();
  const show = useShow();
  const shelf = useShelf();
  const isLostForLong = useIsLostFor(LOST_CARD_STAYS_MS);

  const isOnAir = show !== null && (show.state === 'on_air' || show.state === 'paused');
  const push = isOnAir && !isLostForLong ? shelf.current : null;
  const item = shelf.items.find((candidate) => candidate.productId === push?.productId) ?? null;
  const { cards, onGone } = useCards(item === null ? null : push, item);
  const chosenLook = useOverlayLook();
  const look = fixedLook ?? chosenLook;
  usePushReceipt(item === null ? null : push, 'overlay');

  useEffect(() => {
    document.title = t('overlay.title');
  }, [t]);

  // Before anything is painted: no card is ever seen in the other look.
  useLayoutEffect(() => {
    if (look !== null) document.documentElement.dataset['look'] = look;
  }, [look]);

  const isWaiting = first?.ok === true && first.value.state === 'waiting';
  if (isWaiting || link.state === 'refused') {
    return <OverlayPairing first={first} onPaired={onPaired} />;
  }
  return (
    <main className={styles.place}>
      {cards.map((card) => (
        <OverlayCard
          key={card.pushId}
          item={card.item}
          isLeaving={card.isLeaving}
          onGone={() => onGone(card.pushId)}
        />
      ))}
    </main>
  );
}
