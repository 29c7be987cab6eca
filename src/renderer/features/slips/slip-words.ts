import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { CUE_TEXT_MAX } from '#shared/model/cue.ts';
import { RISK_CLASSES, type RiskClass } from '#shared/model/risk-word.ts';
import type { Slip } from '#shared/model/slip.ts';
import type { RiskHit } from '#shared/rules/risk-words/matcher.ts';

/** The class of each digit, in the order of the keyboard; the last ones have none. */
export const CLASS_KEYS: readonly (readonly [key: string | null, of: RiskClass])[] =
  RISK_CLASSES.map((of, index) => [index < 10 ? String((index + 1) % 10) : null, of]);

/** The class a digit stands for; undefined for every other key. */
export function classOfKey(pressed: string): RiskClass | undefined {
  return CLASS_KEYS.find(([key]) => key === pressed)?.[1];
}

/** The line that puts a slip right. It never says again what was wrong. */
export function correctionLine(
  { t }: I18n,
  { slipClass }: Pick<Slip, 'slipClass'>,
  hit: RiskHit | undefined,
): string {
  const instead = hit?.entry.instead ?? '';
  if (instead !== '') return t('slips.correctTo', { instead }).slice(0, CUE_TEXT_MAX);
  const of = slipClass ?? hit?.entry.class ?? null;
  return of === null ? t('slips.correct.any') : t(`slips.correct.${of}`);
}
