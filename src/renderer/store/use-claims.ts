import { useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { ProductId } from '#shared/model/ids.ts';

interface Claims {
  /** Which products they are of. */
  readonly wanted: string;
  readonly claims: ReadonlyMap<number, readonly string[]>;
}

/** Banned claims of these products; null while they are being read or cannot be. */
export function useClaims(
  productIds: readonly number[],
): ReadonlyMap<number, readonly string[]> | null {
  const run = useCommand();
  const [read, setRead] = useState<Claims | null>(null);
  const wanted = productIds.join(' ');
  useEffect(() => {
    let isWanted = true;
    const ids = wanted === '' ? [] : wanted.split(' ').map(Number);
    const asked = ids.map(async (id) => {
      // The one after all with a smaller number is this one.
      const afterId = id > 1 ? ProductId.parse(id - 1) : null;
      const page = await run('catalogue.page', { afterId, limit: 1 });
      if (!page.ok) return null;
      const found = page.value.products.find(({ productId }) => productId === id);
      return [id, found?.details.bannedClaims ?? []] as const;
    });
    void Promise.all(asked).then((found) => {
      const all = found.flatMap((each) => (each === null ? [] : [each]));
      if (isWanted && all.length === found.length) setRead({ wanted, claims: new Map(all) });
    });
    return () => {
      isWanted = false;
    };
  }, [run, wanted]);
  return read?.wanted === wanted ? read.claims : null;
}
