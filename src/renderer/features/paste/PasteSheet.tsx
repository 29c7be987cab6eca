import type { ReactElement } from 'react';

import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';

import type { PasteDestination } from '#shared/rules/product-paste/paste-preview.ts';

import { PasteField } from './PasteField.tsx';
import { PastePreview } from './PastePreview.tsx';

interface PasteSheetProps {
  /** Where what is pasted goes unless something else is chosen. */
  readonly destination: PasteDestination;
  onClose(): void;
}

/** Products from a spreadsheet: paste, look, put right, add. Closing it keeps what was pasted. */
export function PasteSheet({ destination, onClose }: PasteSheetProps): ReactElement {
  const { t } = useI18n();
  const draft = useDeskStore((desk) => desk.pasteDraft);
  const share = useDeskStore((desk) => desk.layouts['columns']?.['action']);
  const isOwnWindow = useDeskStore((desk) => desk.part !== null);
  return (
    <Dialog
      title={t(destination === 'shelf' ? 'pasteProducts.title' : 'import.title')}
      onClose={onClose}
      isWide
      besideWidth={isOwnWindow ? '0' : share === undefined ? null : `${share}%`}
    >
      {draft === null ? (
        <PasteField destination={destination} />
      ) : (
        <PastePreview draft={draft} onClose={onClose} />
      )}
    </Dialog>
  );
}
