import type { Actor } from '#shared/contract/actor.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ThanksKind } from '#shared/model/thanks.ts';
import type { BigOrders } from '#shared/rules/thanks/big-orders.ts';
import type { ThanksReason } from '#shared/rules/thanks/thanks-queue.ts';

/** What an event is a reason to thank for; null for none. `orders` hears of every paid order. */
export function reasonOf(event: RoomEvent, orders: BigOrders): ThanksReason | null {
  if (event.test || event.historical) return null;
  switch (event.kind) {
    case 'gift':
      return reason(event, 'gift', event.name);
    case 'paid_message':
      return reason(event, 'gift', null);
    case 'membership':
      return reason(event, event.type === 'gift_purchase' ? 'gift' : memberKind(event.type), null);
    case 'raid':
      return reason(event, 'raid', null);
    case 'order': {
      const { status, money } = event;
      if (status !== 'paid' || money === null) return null;
      return reason(event, orders.isBig(money.currency, money.amountMinor) ? 'order' : null, null);
    }
    default:
      return null;
  }
}

/** Who goes on or moves up was thanked when they came. */
function memberKind(type: 'new' | 'renew' | 'upgrade' | 'gift_received'): ThanksKind | null {
  return type === 'new' || type === 'gift_received' ? 'member' : null;
}

type Thanked = {
  readonly seq: number;
  readonly eventTs: number;
  readonly platform: string;
  readonly actor: Actor | null;
};

function reason(
  { seq, eventTs: ts, platform, actor }: Thanked,
  kind: ThanksKind | null,
  gift: string | null,
): ThanksReason | null {
  if (kind === null) return null;
  const isHidden = actor === null || actor.isAnonymous === true || actor.displayName === '';
  const person = isHidden ? null : `${platform} ${actor.platformUserId ?? actor.name}`;
  return { seq, ts, kind, person, name: isHidden ? '' : actor.displayName, gift };
}
