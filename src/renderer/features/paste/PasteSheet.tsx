import type { ReactElement } from 'react';

import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';

import { PasteField } from './PasteField.tsx';
import { PastePreview } from './PastePreview.tsx';

/** Products from a spreadsheet: paste, look, put right, add. Closing it keeps what was pasted. */
export function PasteSheet({ onClose }: { onClose(): void }): ReactElement {
  const { t } = useI18n();
  const draft = useDeskStore((desk) => desk.pasteDraft);
  const share = useDeskStore((desk) => desk.layouts['columns']?.['action']);
  const isOwnWindow = useDeskStore((desk) => desk.part !== null);
  return (
    <Dialog
      title={t('pasteProducts.title')}
      onClose={onClose}
      isWide
      besideWidth={isOwnWindow ? '0' : share === undefined ? null : `${share}%`}
    >
      {draft === null ? <PasteField /> : <PastePreview draft={draft} onClose={onClose} />}
    </Dialog>
  );
}
