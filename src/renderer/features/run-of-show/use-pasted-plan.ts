import { useEffect } from 'react';

import { delimiterOfPaste } from '#shared/rules/pasted-table.ts';

/**
 * A table pasted while the plan is open is the plan's, wherever the focus is: taken before the desk
 * offers it as products. One pasted into a field stays there.
 */
export function usePastedPlan(onTable: (text: string) => void): void {
  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const { target } = event;
      const isInField = target instanceof HTMLElement && target.closest('input, textarea') !== null;
      if (isInField || delimiterOfPaste(text) === null) return;
      event.preventDefault();
      event.stopPropagation();
      onTable(text);
    }
    document.addEventListener('paste', onPaste, true);
    return () => document.removeEventListener('paste', onPaste, true);
  }, [onTable]);
}
