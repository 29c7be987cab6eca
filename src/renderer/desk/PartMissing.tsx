import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

/** In the place of a part whose file could not be read: the desk goes on without it. */
export function PartMissing(): ReactElement {
  const { t } = useI18n();
  return (
    <div role="alert">
      <EmptyState title={t('desk.partMissing')}>
        <Button onClick={() => window.location.reload()}>{t('desk.reload')}</Button>
      </EmptyState>
    </div>
  );
}
