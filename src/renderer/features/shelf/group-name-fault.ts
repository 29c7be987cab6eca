import { groupNameOf } from '#shared/rules/shelf-groups.ts';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';

/** What is wrong with a name as it was typed, in words; null where nothing is. */
export function groupNameFault({ t }: I18n, typed: string): string | null {
  const named = groupNameOf(typed);
  if (named.ok) return null;
  return named.error.code === 'text_too_long'
    ? t('groups.nameTooLong', named.error.params)
    : t('groups.nameMissing');
}
