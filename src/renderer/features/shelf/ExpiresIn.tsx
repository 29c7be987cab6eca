import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useWallNow } from '#renderer/store/use-now.ts';

/** How long a product stays armed, in words. */
export function useExpiresText(expiresTs: number): string {
  const { t } = useI18n();
  const leftMs = expiresTs - useWallNow(250);
  if (leftMs <= 0) return t('push.expired');
  return t('push.expiresIn', { seconds: Math.ceil(leftMs / 1000) });
}

/** The same, told apart from what stands beside it. */
export function ExpiresIn({ expiresTs }: { readonly expiresTs: number }): ReactElement {
  return <span>{useExpiresText(expiresTs)}</span>;
}
