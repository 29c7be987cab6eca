import { useEffect } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { headingsOf, type PasteDraft } from '#renderer/store/paste-draft.ts';

/** Columns of a table that was taken before are what they were taken for then. */
export function useRememberedLayout(draft: PasteDraft): void {
  const run = useCommand();
  const { rows, layoutFrom } = draft;
  const headings = headingsOf(draft);
  const asked = headings === null || layoutFrom !== 'guess' ? null : JSON.stringify(headings);

  useEffect(() => {
    if (asked === null) return;
    let isCurrent = true;
    void run('catalogue.layout', { headings: JSON.parse(asked) }).then((result) => {
      const { pasteDraft, setPasteDraft } = useDeskStore.getState();
      const isStill = isCurrent && pasteDraft?.rows === rows && pasteDraft.layoutFrom === 'guess';
      if (!isStill || !result.ok || result.value.columns === null) return;
      const layout = { ...pasteDraft.layout, columns: result.value.columns };
      setPasteDraft({ ...pasteDraft, layout, layoutFrom: 'memory' });
    });
    return () => {
      isCurrent = false;
    };
  }, [run, asked, rows]);
}
