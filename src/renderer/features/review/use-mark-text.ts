import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Mark } from '#shared/model/metrics.ts';

/** A mark in words: what it is, then its label. */
export function useMarkText(): (mark: Mark) => string {
  const { t } = useI18n();
  return (mark) => `${t(`review.mark.${mark.kind}`)} ${mark.label}`.trim();
}
