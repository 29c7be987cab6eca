import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ShowBenefit } from '#shared/model/benefit.ts';

/** What told of a benefit, and whether anything was written of it. */
export function benefitOrigin(
  { t }: I18n,
  { origin, benefitId, fileName }: Pick<ShowBenefit, 'origin' | 'benefitId' | 'fileName'>,
): string {
  if (fileName !== null) return t('benefits.origin.import', { file: fileName });
  if (origin === null) return t('benefits.origin.typed');
  const told = t(origin.startsWith('cue') ? 'benefits.origin.cue' : 'benefits.origin.block');
  return benefitId === null ? t('benefits.origin.told', { origin: told }) : told;
}
