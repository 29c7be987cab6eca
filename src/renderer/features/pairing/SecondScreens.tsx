import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';

import { ScreenSetUp } from './ScreenSetUp.tsx';

interface SecondScreensProps {
  onClose(): void;
}

/** Second screens beside the desk, which stays usable. */
export function SecondScreens({ onClose }: SecondScreensProps): ReactElement {
  const { t } = useI18n();
  return (
    <Dialog title={t('screens.title')} onClose={onClose}>
      <ScreenSetUp />
    </Dialog>
  );
}
