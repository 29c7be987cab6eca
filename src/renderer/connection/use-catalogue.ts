import { useCallback, useEffect, useState } from 'react';

import type { AppError } from '#shared/contract/app-error.ts';
import { CATALOGUE_PAGE_MAX } from '#shared/contract/catalogue-commands.ts';
import type { CatalogueProduct } from '#shared/model/product-details.ts';
import type { ProductId } from '#shared/model/ids.ts';

import { useCommand } from './client-context.tsx';
import type { RoomClient } from './room-client.ts';

export type Catalogue = {
  /** Null until all of them are here. */
  readonly products: readonly CatalogueProduct[] | null;
  readonly error: AppError | null;
  /** Asks for all of them anew. */
  reload(): void;
};

/** All products of the room, asked for page by page; anew when `occasion` is another. */
export function useCatalogue(occasion: string): Catalogue {
  const run = useCommand();
  const [products, setProducts] = useState<readonly CatalogueProduct[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    void loadAll(run, () => isCurrent).then((result) => {
      if (!isCurrent || result === null) return;
      setError('error' in result ? result.error : null);
      if ('products' in result) setProducts(result.products);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, occasion, attempt]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  return { products, error, reload };
}

type Loaded = { readonly products: readonly CatalogueProduct[] } | { readonly error: AppError };

async function loadAll(run: RoomClient['run'], isWanted: () => boolean): Promise<Loaded | null> {
  const products: CatalogueProduct[] = [];
  let afterId: ProductId | null = null;
  do {
    const input: { afterId: ProductId | null; limit: number } = {
      afterId,
      limit: CATALOGUE_PAGE_MAX,
    };
    const page = await run('catalogue.page', input);
    if (!isWanted()) return null;
    if (!page.ok) return { error: page.error };
    products.push(...page.value.products);
    afterId = page.value.nextAfterId;
  } while (afterId !== null);
  return { products };
}
