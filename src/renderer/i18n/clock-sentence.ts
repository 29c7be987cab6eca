import type { I18n } from './i18n-context.tsx';

const MINUTE_MS = 60_000;

/** By how much this computer's clock is wrong, and what to do; `aheadMs` negative: it is behind. */
export function clockSentence(i18n: I18n, aheadMs: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(aheadMs) / MINUTE_MS));
  return i18n.tn(aheadMs > 0 ? 'clock.ahead' : 'clock.behind', minutes);
}
