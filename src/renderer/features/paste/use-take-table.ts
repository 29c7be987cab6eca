import { useCallback } from 'react';

import { useActionStore } from '#renderer/actions/desk-actions-context.tsx';
import { setNotice } from '#renderer/actions/action-state.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { draftOfPaste, type ClipboardTable } from '#renderer/store/paste-draft.ts';
import { useShow } from '#renderer/store/selectors.ts';
import type { PasteDestination } from '#shared/rules/product-paste/paste-preview.ts';

/**
 * Takes a pasted table into the sheet and opens it; nothing is changed by that. A list that was
 * corrected is not thrown away for another one: that is said instead. False: there are no rows in it.
 */
export function useTakeTable(destination: PasteDestination): (pasted: ClipboardTable) => boolean {
  const currency = useShow()?.currency ?? 'CNY';
  const actions = useActionStore();
  return useCallback(
    (pasted) => {
      const { pasteDraft, setPasteDraft, openPanel } = useDeskStore.getState();
      const draft = draftOfPaste(pasted, { currency, destination });
      if (draft === null) return false;
      const isKept = pasteDraft !== null && pasteDraft.edits.size > 0;
      if (isKept) {
        setNotice(actions, 'shelf', { kind: 'warning', key: 'pasteProducts.kept', params: {} });
      } else {
        setPasteDraft(draft);
      }
      openPanel(destination === 'shelf' ? 'products' : 'import');
      return true;
    },
    [actions, currency, destination],
  );
}
