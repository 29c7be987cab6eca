import { useMemo } from 'react';

import { useShownSettings } from '#renderer/actions/use-shown-settings.ts';
import { resolveKeys } from '#shared/rules/key-bindings.ts';

/** The keys as they are chosen here, also while the core has not said so yet. */
export function useShownKeys(): ReturnType<typeof resolveKeys> {
  const { keys } = useShownSettings();
  return useMemo(() => resolveKeys(keys), [keys]);
}
