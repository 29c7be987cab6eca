import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { SettledPromise, ShowPromise } from '#shared/model/promise.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

type Said = Pick<ShowPromise, 'promiseKind' | 'units' | 'priceMinor' | 'text' | 'left' | 'over'>;

/** What is promised and what is left of it, without the product; `currency` is the product's. */
export function promiseText(i18n: I18n, promise: Said, currency: string): string {
  const { t } = i18n;
  return [whatIsPromised(i18n, promise, currency), leftOf(i18n, promise), promise.text]
    .filter((part) => part !== '')
    .join(t('common.separator'));
}

/** The same in as few letters as stand on a screen that is read from afar. */
export function shortPromise(i18n: I18n, promise: Said, currency: string): string {
  const { t, format } = i18n;
  const { promiseKind, units, left, text } = promise;
  if (promiseKind === 'other') return text;
  if (promiseKind !== 'limited' || left === null) return whatIsPromised(i18n, promise, currency);
  return t('promise.short.limited', {
    left: format.number(left),
    units: units === null ? '—' : format.number(units),
  });
}

/** The same for viewers: no price before it opens, nothing that is not known, nothing that went wrong. */
export function promiseForViewers(i18n: I18n, promise: Said): string {
  const { t } = i18n;
  const { promiseKind, text, left } = promise;
  const told = { ...promise, over: 0 };
  const what =
    promiseKind === 'priceOpen' ? t('promise.overlayPrice') : whatIsPromised(i18n, told, '');
  return [what, left === null ? '' : leftOf(i18n, told), text]
    .filter((part) => part !== '')
    .join(t('common.separator'));
}

function whatIsPromised({ t, format }: I18n, promise: Said, currency: string): string {
  const { promiseKind, units, priceMinor } = promise;
  switch (promiseKind) {
    case 'limited':
      return t('promise.says.limited', { units: units === null ? '—' : format.number(units) });
    case 'priceOpen': {
      if (priceMinor === null) return t('promise.says.priceOpen');
      const price = format.money(priceMinor, currency, currencyExponent(currency));
      return t('promise.says.priceTo', { price });
    }
    case 'restock':
      return t('promise.says.restock');
    case 'other':
      return '';
  }
}

function leftOf({ t, format }: I18n, { promiseKind, left, over }: Said): string {
  if (promiseKind !== 'limited') return '';
  if (over > 0) return t('promise.says.over', { count: format.number(over) });
  return t('promise.says.left', { count: left === null ? '—' : format.number(left) });
}

/** What came of it, and where nobody had to say so, why. */
export function promiseOutcome(
  { t }: I18n,
  {
    outcome,
    isByItself,
    promiseKind,
  }: Pick<SettledPromise, 'outcome' | 'isByItself' | 'promiseKind'>,
): string {
  const told = t(`promise.outcome.${outcome}`);
  if (!isByItself || (promiseKind !== 'limited' && promiseKind !== 'restock')) return told;
  return `${told}${t('common.separator')}${t(`promise.byItself.${promiseKind}`)}`;
}

/** How long until it is due, or since; empty where it never is. */
export function promiseClock(
  { t, format }: I18n,
  dueTs: number | null,
  wallNow: number,
): { readonly text: string; readonly short: string; readonly isLate: boolean } {
  if (dueTs === null) return { text: '', short: '', isLate: false };
  // The last second counts down to naught before it is late.
  const leftMs = Math.ceil((dueTs - wallNow) / 1000) * 1000;
  const time = format.span(Math.abs(leftMs));
  return leftMs >= 0
    ? { text: t('promise.in', { time }), short: time, isLate: false }
    : { text: t('promise.late', { time }), short: t('promise.short.late', { time }), isLate: true };
}
