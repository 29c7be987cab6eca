import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';

/** What a rule is called: one of the product by its id, one of the operator's by its own name. */
export function alertName(i18n: I18n, nameOrId: string): string {
  const key = `alerts.rule.${nameOrId}`;
  return isMessageKey(key) ? i18n.t(key) : nameOrId;
}
