import type { ReactElement } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useData } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';

import { Band } from './Band.tsx';

/** An export file was opened with Cuedesk: nothing of it is taken before the operator says so. */
export function OfferBand(): ReactElement | null {
  const { t } = useI18n();
  const run = useCommand();
  const { offered } = useData();
  const openPanel = useDeskStore((desk) => desk.openPanel);
  const isOnSheet = useDeskStore((desk) => desk.panel === 'data');
  const isOwnWindow = useDeskStore((desk) => desk.part !== null);
  if (offered === null || isOnSheet || isOwnWindow) return null;
  return (
    <Band tone="info">
      <span title={offered}>{t('data.offered', { name: fileName(offered) })}</span>
      <Button onClick={() => openPanel('data')}>{t('data.offeredLook')}</Button>
      <Button onClick={() => void run('data.decline', {})}>{t('data.offeredDecline')}</Button>
    </Band>
  );
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
