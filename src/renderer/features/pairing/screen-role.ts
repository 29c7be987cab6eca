import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Screen } from '#shared/model/screen.ts';

/** What a screen is to the desk, in words: an assistant by its trade. */
export function screenRole({ t }: I18n, { role, trade }: Pick<Screen, 'role' | 'trade'>): string {
  const name = t(`screens.role.${role}`);
  return trade === null
    ? name
    : t('screens.roleOf', { role: name, trade: t(`assistant.trade.${trade}`) });
}
