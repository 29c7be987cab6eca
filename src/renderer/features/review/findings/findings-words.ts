import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { FIRST_FINDINGS } from '#shared/model/finding.ts';

export function findingsTitle({ t }: I18n, count: number): string {
  return t(count === FIRST_FINDINGS ? 'finding.title' : 'finding.titleFew');
}

/** Said first where there are fewer than wanted; the reasons follow. */
export function quietLines({ t, tn }: I18n, count: number): readonly string[] {
  if (count >= FIRST_FINDINGS) return [];
  return [count === 0 ? t('finding.none') : tn('finding.few', count)];
}
