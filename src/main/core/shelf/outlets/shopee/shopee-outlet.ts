import type { OutletConfigOf, OutletLink } from '#shared/model/outlet.ts';
import type { ThereNow } from '#shared/model/product.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import type { Ports } from '../../../ports.ts';
import type {
  CardPreview,
  DriverAnswer,
  DriverPreview,
  PushCard,
  PushDriver,
  TakeDownCause,
} from '../outlet-driver.ts';
import { ActTurn } from '../act-turn.ts';
import { pause } from '../pause.ts';
import type { ShopeeItem } from './shopee-answers.ts';
import type { ShopeeApi } from './shopee-api.ts';
import type { ShopeeRefusal } from './shopee-client.ts';
import {
  itemOfCode,
  itemOfLink,
  type ShopeeItemId,
  type ShopeeRef,
  type ShownItem,
} from './shopee-item.rules.ts';
import { watchShown, type ShownReading } from './shopee-watch.ts';

/** A push or its reverse, with everything that is tried again. */
const ACT_LIMIT_MS = 25_000;
/** What is read back may lag behind what was set. */
const READ_BACK_MS = [0, 500, 1_500] as const;
/** So old the bag may be when a card is compared with it. */
const BAG_FRESH_MS = 15_000;

const OK: DriverAnswer = { state: 'ok' };

export type ShopeeOutletDeps = {
  /** Null: something that only the operator can give is missing. */
  readonly api: ShopeeApi | null;
  /** Why, if it is. */
  missing(): string | null;
  /** Its newest tokens are not on disk. */
  isUnsaved(): boolean;
  /** The product's page on Shopee, as its catalogue entry has it. */
  linkOf(productId: number): string | null;
  readonly ports: Ports;
};

/** The item a Shopee livestream shows; done when Shopee itself, asked again, shows it. */
export function createShopeeOutlet(
  config: OutletConfigOf<'shopee'>,
  { api, missing, isUnsaved, linkOf, ports }: ShopeeOutletDeps,
): PushDriver {
  const { clock } = ports;
  const closing = new AbortController();
  /** What was shown before each push; absent where that could not be read. */
  const before = new Map<number, ShopeeItemId | null>();
  const pushed = new Map<number, ShopeeItemId>();
  let bag: readonly ShopeeItem[] | null = null;
  let bagAskedMs: number | null = null;
  let fault: string | null = null;
  let isReached = false;
  const acts = new ActTurn();

  function refOf({ productId, fields }: CardPreview): ShopeeRef | null {
    return itemOfLink(linkOf(productId) ?? '') ?? itemOfCode(fields.code);
  }

  function inBag(card: CardPreview, items: readonly ShopeeItem[]): ShopeeItem | undefined {
    if (config.match === 'number') return items.find(({ item_no: no }) => no === card.linkNumber);
    const ref = refOf(card);
    return items.find(
      ({ item_id: itemId, shop_id: shopId }) =>
        itemId === ref?.itemId && (ref.shopId === null || ref.shopId === shopId),
    );
  }

  function preview(card: CardPreview): DriverPreview {
    const ref = config.match === 'number' ? null : refOf(card);
    const shop = ref?.shopId === null || ref === null ? '' : `${ref.shopId}.`;
    const what = config.match === 'number' ? `#${card.linkNumber}` : `${shop}${ref?.itemId ?? '—'}`;
    const isUnknown = config.match === 'code' && ref === null;
    const problem = missing() ?? (isUnknown ? 'item_unknown' : null);
    return { text: `update_show_item · ${what}`, problem };
  }

  async function readBag(from: ShopeeApi, signal: AbortSignal) {
    bagAskedMs = clock.monotonicNow();
    const reply = await from.items(signal);
    note(reply.ok ? null : reply);
    bag = reply.ok ? reply.value : null;
    return reply;
  }

  /** Where it is reached is what the last call said. */
  function note(refusal: ShopeeRefusal | null): void {
    isReached ||= refusal === null;
    fault = refusal?.reason ?? null;
  }

  function failed(refusal: ShopeeRefusal): DriverAnswer {
    note(refusal);
    return { state: refusal.mayBeTaken ? 'unknown' : 'failed', reason: refusal.reason };
  }

  async function find(
    from: ShopeeApi,
    card: PushCard,
    signal: AbortSignal,
  ): Promise<ShopeeItemId | DriverAnswer> {
    const items = await readBag(from, signal);
    // Only looking: nothing was sent that could have been taken.
    if (!items.ok) return { state: 'failed', reason: items.reason };
    const held = inBag(card, items.value);
    if (held !== undefined) return { itemId: held.item_id, shopId: held.shop_id };
    if (config.match === 'number') return { state: 'failed', reason: 'item_not_in_bag' };
    const ref = refOf(card);
    if (ref === null) return { state: 'failed', reason: 'item_unknown' };
    if (ref.shopId === null) return { state: 'failed', reason: 'shop_unknown' };
    const item = { itemId: ref.itemId, shopId: ref.shopId };
    const added = await from.add(item, signal);
    return added.ok ? item : failed(added);
  }

  /** Sets what is shown and reads it back; once more where something else came between. */
  async function show(
    from: ShopeeApi,
    item: ShopeeItemId | null,
    signal: AbortSignal,
  ): Promise<DriverAnswer> {
    let isUnsure = false;
    for (const _try of [1, 2]) {
      const set = await from.show(item, signal);
      if (!set.ok && !set.mayBeTaken) return failed(set);
      isUnsure = !set.ok;
      for (const waitMs of READ_BACK_MS) {
        if (waitMs > 0) await pause(waitMs, clock, signal);
        const read = await from.shown(signal, false);
        if (!read.ok) {
          note(read);
          return { state: 'unknown', reason: read.reason };
        }
        note(null);
        if (isSame(read.value, item)) return OK;
      }
    }
    return { state: 'unknown', reason: isUnsure ? 'no_answer' : 'not_read_back' };
  }

  /** In its turn, and within the limit of its own. */
  function act(
    signal: AbortSignal,
    what: (from: ShopeeApi, signal: AbortSignal) => Promise<DriverAnswer>,
  ): Promise<DriverAnswer> {
    return acts.run(async () => {
      const problem = missing();
      if (api === null || problem !== null) {
        return { state: 'failed', reason: problem ?? 'key_missing' } as const;
      }
      if (signal.aborted) return { state: 'failed', reason: 'taken_back' } as const;
      const late = new AbortController();
      const stop = clock.after(ACT_LIMIT_MS, () => late.abort());
      const within = AbortSignal.any([signal, closing.signal, late.signal]);
      return what(api, within).finally(stop);
    });
  }

  async function reverse(
    from: ShopeeApi,
    card: PushCard,
    cause: TakeDownCause,
    restored: PushCard | null,
    signal: AbortSignal,
  ): Promise<DriverAnswer> {
    const own = await itemOf(from, card, signal);
    if (own === null) return { state: 'unknown', reason: 'shown_unknown' };
    const now = await from.shown(signal, false);
    if (!now.ok) return { ...failed(now), state: 'failed', reason: now.reason };
    // Somebody shows another one there by now: that is theirs.
    if (!isSame(now.value, own)) return OK;
    // What is on again on the desk is shown here too, whatever was here before.
    if (restored !== null) {
      const item = await itemOf(from, restored, signal);
      return item === null
        ? { state: 'unknown', reason: 'shown_unknown' }
        : show(from, item, signal);
    }
    return show(from, cause === 'undone' ? (before.get(card.pushId) ?? null) : null, signal);
  }

  /** The item a push shows; read anew where the program was started since. Null: nobody can say. */
  async function itemOf(
    from: ShopeeApi,
    card: PushCard,
    signal: AbortSignal,
  ): Promise<ShopeeItemId | null> {
    const known = pushed.get(card.pushId);
    if (known !== undefined) return known;
    const ref = config.match === 'code' ? refOf(card) : null;
    if (ref !== null && ref.shopId !== null) return { itemId: ref.itemId, shopId: ref.shopId };
    if (config.match === 'code' && ref === null) return null;
    const items = bag ?? (await readBag(from, signal));
    const held = 'ok' in items ? inBag(card, items.ok ? items.value : []) : inBag(card, items);
    return held === undefined ? null : { itemId: held.item_id, shopId: held.shop_id };
  }

  async function read(card: PushCard): Promise<ShownReading> {
    if (api === null || missing() !== null) return { came: 'over' };
    const from = api;
    const reply = await acts.quietly(async () => ({
      own: await itemOf(from, card, closing.signal),
      shown: await from.shown(closing.signal, true),
    }));
    if (reply === null) return { came: 'busy' };
    const { own, shown } = reply;
    note(shown.ok ? null : shown);
    if (!shown.ok) {
      const { remedy, retryAfterS } = shown;
      return remedy === 'again' ? { came: 'again', retryAfterS } : { came: 'over' };
    }
    // Which item is ours is in the bag, and that could not be read.
    if (own === null && bag === null && (config.match === 'number' || refOf(card) !== null)) {
      return { came: 'again', retryAfterS: null };
    }
    return { came: 'shown', there: isSame(shown.value, own) ? null : thereOf(shown.value) };
  }

  function link(): OutletLink {
    const problem = missing();
    if (problem !== null) return { state: 'idle', reason: problem };
    if (fault !== null) return { state: 'waiting', reason: fault };
    return { state: isReached ? 'ready' : 'idle', reason: isUnsaved() ? 'tokens_unsaved' : null };
  }

  return {
    can: { list: true, unpush: 'always', update: false, watch: true, confirmedBy: 'answer' },
    link,
    preview,
    push: (card, signal) =>
      act(signal, async (from, within) => {
        const [found, now] = await Promise.all([
          find(from, card, within),
          from.shown(within, false),
        ]);
        if ('state' in found) return found;
        // One that is pushed again is taken back to what was there before it was pushed at all.
        if (now.ok && !before.has(card.pushId)) before.set(card.pushId, now.value);
        if (within.aborted) return { state: 'failed', reason: 'taken_back' };
        pushed.set(card.pushId, found);
        return show(from, found, within);
      }),
    unpush: (card, cause, restored) =>
      act(new AbortController().signal, (from, within) =>
        reverse(from, card, cause, restored, within),
      ),
    // A livestream has no call that takes a price or a stock: Shopee shows its own.
    update: () => Promise.resolve(OK),
    onChanged: (card, tell) => watchShown(() => read(card), clock, tell),
    async list() {
      if (api === null || missing() !== null) return null;
      const reply = await readBag(api, closing.signal);
      if (!reply.ok) return null;
      return { scenes: [], sources: [], items: reply.value.map(lineOf) };
    },
    says(card) {
      const isStale = bagAskedMs === null || clock.monotonicNow() - bagAskedMs > BAG_FRESH_MS;
      if (isStale && api !== null && missing() === null) void readBag(api, closing.signal);
      const price = inBag(card, bag ?? [])?.price_info;
      if (price === undefined) return null;
      const { currency, current_price: amount } = price;
      if (!/^[A-Z]{3}$/.test(currency)) return null;
      const priceMinor = Math.round(amount * 10 ** currencyExponent(currency));
      return { platform: 'shopee', priceMinor, couponPriceMinor: null, currency, stock: null };
    },
    close: () => closing.abort(),
  };
}

function isSame(one: ShopeeItemId | null, other: ShopeeItemId | null): boolean {
  return one?.itemId === other?.itemId && one?.shopId === other?.shopId;
}

function thereOf(item: ShownItem | null): ThereNow {
  if (item === null) return { what: 'nothing', name: '' };
  const { name, shopId, itemId } = item;
  return { what: 'item', name: `${name.slice(0, 200)} (${shopId}.${itemId})`.trim() };
}

function lineOf({ item_no: no, name, item_id: itemId, shop_id: shopId }: ShopeeItem): string {
  return `${no ?? '—'} ${name} (${shopId}.${itemId})`;
}
