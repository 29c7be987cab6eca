import type { ThereNow } from '#shared/model/product.ts';

import type { I18n } from './i18n-context.tsx';

/** What a target shows instead of what was pushed. */
export function thereText({ t }: I18n, { what, name }: ThereNow): string {
  return what === 'text' && name === ''
    ? t('push.there.nothing')
    : t(`push.there.${what}`, { name });
}
