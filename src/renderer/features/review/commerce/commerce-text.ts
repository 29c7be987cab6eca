import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { platformName } from '#renderer/ui/platform-name.ts';
import { IMPORTED_UNITS, type ImportedFigure } from '#shared/model/platform-import.ts';
import type {
  CommerceFigure,
  CommercePart,
  ReviewCommerce,
} from '#shared/model/review-commerce.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';

/** A value of a figure in its unit; money in the show's currency. */
export function commerceValue(
  { format }: I18n,
  figure: ImportedFigure,
  value: number,
  currency: string,
): string {
  switch (IMPORTED_UNITS[figure]) {
    case 'money':
      return format.money(Math.round(value), currency, currencyExponent(currency));
    case 'seconds':
      return format.span(value * 1_000);
    case 'count':
      return format.number(value);
  }
}

/** The same for a figure over all platforms; a dash where its parts cannot be summed. */
export function figureText(i18n: I18n, each: CommerceFigure | null, currency: string): string {
  if (each === null || each.value === null) return '—';
  const text = commerceValue(i18n, each.figure, each.value, currency);
  return each.isRounded ? `≈${text}` : text;
}

/** What a spreadsheet gets of it: whole units of money, counts, seconds. */
export function copiedFigure(each: CommerceFigure | null, currency: string): number | null {
  if (each === null || each.value === null) return null;
  return IMPORTED_UNITS[each.figure] === 'money'
    ? each.value / 10 ** currencyExponent(currency)
    : each.value;
}

/** Where a figure comes from, platform by platform, and which of them have none. */
export function figureSources(
  i18n: I18n,
  each: CommerceFigure,
  commerce: ReviewCommerce,
  currency: string,
): string {
  const { t } = i18n;
  const groups = bySource(each.parts);
  const parts = groups.map((group) => {
    const [first, ...others] = group;
    const file = fileOf(first, commerce);
    if (groups.length === 1 && others.length === 0) return t(partKey(first, 'only'), { file });
    const list = group.map(
      (part) =>
        `${platformName(i18n, part.platform)} ${commerceValue(i18n, each.figure, part.value, currency)}`,
    );
    return t(partKey(first, 'from'), { list: list.join(t('common.listSeparator')), file });
  });
  return [
    ...parts,
    ...(each.value === null ? [t('commerce.notSummed')] : []),
    ...(each.without.length === 0 ? [] : [withoutText(i18n, each.without)]),
  ].join(t('common.separator'));
}

type PartGroup = readonly [CommercePart, ...CommercePart[]];

/** Platforms that have a figure from the same place, so that the place is said once. */
function bySource(parts: readonly CommercePart[]): readonly PartGroup[] {
  const groups = new Map<string, PartGroup>();
  for (const part of parts) {
    const place = `${part.importId ?? 'live'}/${part.importId === null ? '' : part.of}`;
    const group = groups.get(place);
    groups.set(place, group === undefined ? [part] : [...group, part]);
  }
  return [...groups.values()];
}

export function withoutText(i18n: I18n, platforms: readonly string[]): string {
  const list = platforms.map((each) => platformName(i18n, each));
  return i18n.t('commerce.without', { list: list.join(i18n.t('common.listSeparator')) });
}

function partKey(part: CommercePart, form: 'only' | 'from') {
  if (part.importId === null) return form === 'only' ? 'commerce.onlyLive' : 'commerce.fromLive';
  if (part.of === 'totals') return form === 'only' ? 'commerce.onlyFile' : 'commerce.fromFileOf';
  return form === 'only' ? 'commerce.onlySum' : 'commerce.fromSum';
}

export function fileOf({ importId }: CommercePart, { imports }: ReviewCommerce): string {
  return imports.find(({ id }) => id === importId)?.fileName ?? '';
}

/** Names of the files that figures come from, each once; empty where all was counted live. */
export function filesOf(
  figures: readonly CommerceFigure[],
  commerce: ReviewCommerce,
): readonly string[] {
  const parts = figures.flatMap((each) => each.parts).filter(({ importId }) => importId !== null);
  return [...new Set(parts.map((part) => fileOf(part, commerce)))];
}
