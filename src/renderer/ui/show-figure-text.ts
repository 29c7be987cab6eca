import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ListedShow } from '#shared/model/show-list.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import {
  differenceOf,
  missingReason,
  type FigureUnit,
  type ListedFigure,
} from '#shared/rules/shows/show-figure-list.ts';

/** A figure in words; `—` where it is not known. */
export function valueText(
  { format }: I18n,
  value: number | null,
  unit: FigureUnit,
  currency: string,
): string {
  if (value === null) return '—';
  switch (unit) {
    case 'money':
      return format.money(Math.round(value), currency, currencyExponent(currency));
    case 'share':
      return format.share(value);
    case 'time':
      return format.span(value);
    case 'count':
      return format.number(value);
  }
}

/** Why a figure of a show is not known; null where it is. */
export function missingText(
  { t }: I18n,
  show: ListedShow,
  figure: ListedFigure,
  value: number | null,
): string | null {
  return value === null ? t(`shows.missing.${missingReason(show, figure)}`) : null;
}

/** By how much a figure differs, with its percent or percentage points; null where one is unknown. */
export function differenceText(
  i18n: I18n,
  value: number | null,
  against: number | null,
  unit: FigureUnit,
  currency: string,
): string | null {
  const difference = differenceOf(value, against, unit);
  if (difference === null) return null;
  const { by, ratio } = difference;
  if (by === 0) return i18n.t('shows.compare.same');
  const sign = by < 0 ? '−' : '+';
  const size = Math.abs(by);
  if (unit === 'share') {
    return i18n.t('shows.compare.points', { points: i18n.format.points(by) });
  }
  const amount = `${sign}${valueText(i18n, size, unit, currency)}`;
  if (ratio === null) return amount;
  const percent = i18n.format.signedShare(ratio);
  return i18n.t('shows.compare.change', { amount, percent });
}

/** Day, time and weekday of a show's start, or that it has none yet. */
export function startText({ t, format }: I18n, show: ListedShow): string {
  if (show.startedTs === null) return t('shows.notStarted');
  const weekday = show.weekday === null ? '' : t(`shows.weekday.${weekdayKey(show.weekday)}`);
  return `${format.day(show.startedTs)} ${weekday} ${format.time(show.startedTs, null)}`;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

function weekdayKey(weekday: number): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[weekday] ?? 'sun';
}

/** How a day may be typed: 2026-11-27, 11-27, 11月27日 and as the desk writes it. */
export function dateWords(i18n: I18n, show: ListedShow): readonly string[] {
  if (show.startedTs === null) return [];
  const day = new Date(show.startedTs);
  const [month, date] = [day.getMonth() + 1, day.getDate()];
  const two = (value: number): string => String(value).padStart(2, '0');
  return [
    `${day.getFullYear()}-${two(month)}-${two(date)}`,
    `${day.getFullYear()}/${month}/${date}`,
    `${month}月${date}日`,
    startText(i18n, show),
  ];
}
