import type { I18n } from './i18n-context.tsx';
import { isMessageKey } from './messages.ts';

/** A platform's own currency by name; an unknown one as the platform writes it. */
export function unitName(i18n: I18n, unit: string): string {
  const key = `unit.${unit}`;
  return isMessageKey(key) ? i18n.t(key) : unit;
}
