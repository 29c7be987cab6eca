import type { I18n } from '#renderer/i18n/i18n-context.tsx';

/** A part of 1 more or less with its sign; under a tenth to the tenth of a percent. */
export function changeText({ format }: I18n, value: number): string {
  const size = Math.abs(value);
  const digits = size < 0.1 ? 1_000 : 100;
  const rounded = Math.round(size * digits) / digits;
  const sign = rounded === 0 ? '' : value > 0 ? '+' : '\u2212';
  return `${sign}${format.percent(rounded)}`;
}
