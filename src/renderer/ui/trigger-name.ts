import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import { isMessageKey } from '#renderer/i18n/messages.ts';

/** What a rule of proposed cues is called: one's own by its name, the product's by its id. */
export function triggerName(i18n: I18n, ruleId: string, name: string | null): string {
  const key = `triggers.rule.${ruleId}`;
  return name ?? (isMessageKey(key) ? i18n.t(key) : ruleId);
}
