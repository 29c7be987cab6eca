import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useWallNow } from '#renderer/store/use-now.ts';

/** How long a product stays armed. */
export function ExpiresIn({ expiresTs }: { readonly expiresTs: number }): ReactElement {
  const { t } = useI18n();
  const leftMs = expiresTs - useWallNow(250);
  if (leftMs <= 0) return <span>{t('push.expired')}</span>;
  return <span>{t('push.expiresIn', { seconds: Math.ceil(leftMs / 1000) })}</span>;
}
