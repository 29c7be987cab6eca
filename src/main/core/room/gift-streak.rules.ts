import type { FeedEventOf } from '#shared/contract/room-event.ts';
import { VirtualValue } from '#shared/model/money.ts';
import type { GiftDelta } from '#shared/rules/live-metrics.ts';
import type { Streak } from './ingest.queries.ts';

/** What a streak's row becomes with one more message of it, and what that message added. */
export type GrownStreak = { readonly whole: FeedEventOf<'gift'>; readonly gift: GiftDelta };

/**
 * A streak is one row that grows: only what it grew by is counted, and the row holds exactly what
 * was counted, so that every sum can be worked out anew from the rows. Null for a repeat.
 */
export function growStreak(event: FeedEventOf<'gift'>, held: Streak): GrownStreak | null {
  const growth = (event.comboCount ?? 0) - held.count;
  if (growth <= 0) return null;
  const value = held.value === null ? null : VirtualValue.parse(JSON.parse(held.value));
  const quantity = addedQuantity(event, growth, value);
  const base = value ?? event.value;
  const whole = {
    ...event,
    dedupeKey: held.dedupeKey,
    platformTs: held.platformTs,
    receivedTs: held.receivedTs,
    count: held.items + growth,
    value: base === null ? null : { ...base, quantity: (value?.quantity ?? 0) + quantity },
  };
  return { whole, gift: { count: growth, quantity, isNew: false } };
}

/** A streak has one unit; a message in another one adds items only. */
function addedQuantity(
  event: FeedEventOf<'gift'>,
  growth: number,
  held: VirtualValue | null,
): number {
  if (event.value === null) return 0;
  if (held !== null && held.unit !== event.value.unit) return 0;
  return Math.round((event.value.quantity / Math.max(1, event.count)) * growth);
}
