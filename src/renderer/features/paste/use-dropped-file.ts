import { useCallback, useState } from 'react';

import { setNotice } from '#renderer/actions/action-state.ts';
import { useActionStore } from '#renderer/actions/desk-actions-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';

import { useTakeFile, type FileTaking } from './use-take-file.ts';

export type DroppedTaking = Pick<FileTaking, 'reading' | 'failed'> & {
  take(file: File): void;
  dismiss(): void;
};

/**
 * Takes a file that is dropped onto the desk into the sheet of products and opens it; nothing is
 * changed by that. A list that was corrected is not thrown away for another one: that is said instead.
 */
export function useDroppedFile(): DroppedTaking {
  const actions = useActionStore();
  const { reading, failed, take: read } = useTakeFile('shelf');
  const [seen, setSeen] = useState<FileTaking['failed']>(null);

  const take = useCallback(
    (file: File) => {
      const { pasteDraft, openPanel } = useDeskStore.getState();
      if (pasteDraft !== null && pasteDraft.edits.size > 0) {
        setNotice(actions, 'shelf', { kind: 'warning', key: 'pasteProducts.kept', params: {} });
        openPanel('products');
        return;
      }
      void read(file).then((isRead) => isRead && openPanel('products'));
    },
    [actions, read],
  );
  return { reading, failed: failed === seen ? null : failed, take, dismiss: () => setSeen(failed) };
}
