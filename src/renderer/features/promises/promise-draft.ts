import type { CommandInput } from '#shared/contract/contract.ts';
import { PROMISE_MAX_MS, type PromiseKind } from '#shared/model/promise.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import { parsePrice } from '#renderer/ui/price-input.ts';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';

const MINUTE_MS = 60_000;
const LEAST_MS = 30_000;

/** What stands in the form. */
export type PromiseDraft = {
  readonly kind: PromiseKind;
  /** Link number; empty: of no product. */
  readonly linkNumber: string;
  readonly units: string;
  readonly minutes: string;
  readonly price: string;
  readonly text: string;
};

export type DraftFaults = Partial<
  Record<'product' | 'units' | 'minutes' | 'price' | 'text', string>
>;

/** What is promised, or what is wrong with what was typed. */
export function readDraft(
  { t }: I18n,
  draft: PromiseDraft,
  items: readonly ShelfItem[],
): { readonly input: CommandInput<'promise.make'> | null; readonly faults: DraftFaults } {
  const { kind } = draft;
  const item = items.find(({ linkNumber }) => String(linkNumber) === draft.linkNumber);
  const units = kind === 'limited' ? wholeNumber(draft.units) : null;
  const typedMinutes = draft.minutes.trim();
  const dueInMs = typedMinutes === '' ? null : millisOf(typedMinutes);
  const price = kind === 'priceOpen' ? parsePrice(draft.price, item?.currency ?? 'CNY') : null;
  const isBadTime = dueInMs !== null && !(dueInMs >= LEAST_MS && dueInMs <= PROMISE_MAX_MS);
  const faults: DraftFaults = {
    ...(kind !== 'other' && item === undefined && { product: t('promise.fault.product') }),
    ...(kind === 'limited' && units === null && { units: t('promise.fault.units') }),
    ...((isBadTime || (kind === 'restock' && dueInMs === null)) && {
      minutes: t('promise.fault.minutes'),
    }),
    ...(price?.isValid === false && { price: t(price.fault.key, price.fault.params) }),
    ...(kind === 'other' && draft.text.trim() === '' && { text: t('promise.fault.words') }),
  };
  if (Object.keys(faults).length > 0) return { input: null, faults };
  return {
    faults,
    input: {
      promiseKind: kind,
      productId: item?.productId ?? null,
      units,
      priceMinor: price?.isValid === true ? price.value : null,
      text: draft.text.trim(),
      dueInMs,
    },
  };
}

function wholeNumber(typed: string): number | null {
  const digits = typed.trim();
  if (!/^\d{1,7}$/.test(digits)) return null;
  const value = Number(digits);
  return value >= 1 && value <= 1_000_000 ? value : null;
}

function millisOf(typed: string): number {
  return Math.round(Number(typed.replace(',', '.')) * MINUTE_MS);
}
