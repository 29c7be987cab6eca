import { useCallback, useEffect, useMemo, useState } from 'react';

import type { AppError } from '#shared/contract/app-error.ts';
import type { CommandOutput } from '#shared/contract/contract.ts';
import type { ProductFields, ShelfItem } from '#shared/model/product.ts';
import type { KnownProduct } from '#shared/rules/product-paste/paste-match.ts';
import { previewPaste, type PasteRow } from '#shared/rules/product-paste/paste-preview.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import type { PasteDraft } from '#renderer/store/paste-draft.ts';
import { useShelf, useShow } from '#renderer/store/selectors.ts';

type Catalogue = CommandOutput<'shelf.catalogue'>['products'];

export type Preview = {
  readonly rows: readonly PasteRow[];
  readonly currency: string;
  /** Until the products of earlier shows are known, nothing can be said for sure. */
  readonly isReady: boolean;
  readonly error: AppError | null;
  retry(): void;
};

/** What the draft would do to the products as they are now; worked out anew with every change. */
export function usePreview(draft: PasteDraft): Preview {
  const { items } = useShelf();
  const currency = useShow()?.currency ?? 'CNY';
  const { catalogue, error, retry } = useCatalogue(items);
  const known = useMemo(
    () => [
      ...items.map((item): KnownProduct => {
        const { productId, linkNumber } = item;
        return { productId, linkNumber, fields: fieldsOf(item) };
      }),
      ...(catalogue ?? []).map((product): KnownProduct => ({ ...product, linkNumber: null })),
    ],
    [items, catalogue],
  );
  const rows = useMemo(
    () => previewPaste(draft.rows, draft.layout, draft.edits, { known, currency }),
    [draft, known, currency],
  );
  return { rows, currency, isReady: catalogue !== null, error, retry };
}

/** Products of the room beside this shelf, asked anew when the shelf gains or loses one. */
function useCatalogue(items: readonly ShelfItem[]): {
  readonly catalogue: Catalogue | null;
  readonly error: AppError | null;
  retry(): void;
} {
  const run = useCommand();
  const [answer, setAnswer] = useState<Catalogue | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const shelf = items.map(({ productId }) => productId).join(' ');

  useEffect(() => {
    let isCurrent = true;
    void run('shelf.catalogue', {}).then((result) => {
      if (!isCurrent) return;
      setError(result.ok ? null : result.error);
      if (result.ok) setAnswer(result.value.products);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, shelf, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const catalogue = useMemo(() => {
    const onShelf = new Set(items.map(({ productId }) => productId));
    return answer === null ? null : answer.filter(({ productId }) => !onShelf.has(productId));
  }, [answer, items]);
  return { catalogue, error, retry };
}

function fieldsOf(item: ShelfItem): ProductFields {
  const { code, name, role, currency, stock, swatch } = item;
  const { priceMinor, listPriceMinor, couponPriceMinor } = item;
  const { benefit, hook, look, story, value, callToAction, say } = item;
  const prices = { priceMinor, listPriceMinor, couponPriceMinor };
  const texts = { benefit, hook, look, story, value, callToAction, say };
  return { code, name, role, currency, stock, swatch, ...prices, ...texts };
}
