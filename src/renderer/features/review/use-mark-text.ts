import { useI18n, type I18n } from '#renderer/i18n/i18n-context.tsx';
import { markLabel } from '#renderer/ui/mark-label.ts';
import type { Mark } from '#shared/model/metrics.ts';

/** A mark in words: what it is, then its label. */
export function useMarkText(): (mark: Mark) => string {
  const i18n = useI18n();
  return (mark) => textOfMark(i18n, mark);
}

export function textOfMark(i18n: I18n, mark: Mark): string {
  return `${i18n.t(`review.mark.${mark.kind}`)} ${markLabel(i18n, mark)}`.trim();
}
