import type { I18n } from '#renderer/i18n/i18n-context.tsx';

const WANTED = 3;

export function findingsTitle({ t }: I18n, count: number): string {
  return t(count === WANTED ? 'finding.title' : 'finding.titleFew');
}

/** Said first where there are fewer than wanted; the reasons follow. */
export function quietLines({ t }: I18n, count: number): readonly string[] {
  if (count >= WANTED) return [];
  return [count === 0 ? t('finding.none') : t('finding.few', { count })];
}
