import { useMemo } from 'react';

import { useShelf } from './selectors.ts';
import { useClaims } from './use-claims.ts';

const NO_CLAIMS: readonly string[] = [];

/**
 * What must not be said of these products, in one list; empty while it is being read. Always the same
 * array while nothing changes.
 */
export function useProductClaims(productIds: readonly number[]): readonly string[] {
  const claims = useClaims(productIds);
  return useMemo(() => {
    const all = claims === null ? [] : [...claims.values()].flat();
    return all.length === 0 ? NO_CLAIMS : [...new Set(all)];
  }, [claims]);
}

/**
 * Of the product that is armed and the one that is on: what is said now is about them. Asked for once
 * something is typed.
 */
export function useShownClaims(text: string): readonly string[] {
  const { armed, current } = useShelf();
  const onShelf = current?.state === 'on_shelf' ? current.productId : null;
  const shown = text === '' ? [] : [armed?.productId ?? null, onShelf].flatMap((id) => id ?? []);
  return useProductClaims([...new Set(shown)]);
}
