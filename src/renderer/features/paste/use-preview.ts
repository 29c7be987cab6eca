import { useMemo } from 'react';

import type { AppError } from '#shared/contract/app-error.ts';
import { NO_DETAILS } from '#shared/model/product-details.ts';
import type { ProductFields, ShelfItem } from '#shared/model/product.ts';
import { commonCurrency } from '#shared/rules/common-currency.ts';
import type { KnownProduct } from '#shared/rules/product-paste/paste-match.ts';
import { previewPaste, type PasteRow } from '#shared/rules/product-paste/paste-preview.ts';
import { useCatalogue } from '#renderer/connection/use-catalogue.ts';
import type { PasteDraft } from '#renderer/store/paste-draft.ts';
import { useShelf, useShow } from '#renderer/store/selectors.ts';

export type Preview = {
  readonly rows: readonly PasteRow[];
  readonly currency: string;
  /** Until the products of the room are known, nothing can be said for sure. */
  readonly isReady: boolean;
  readonly error: AppError | null;
  retry(): void;
};

/** What the draft would do to the products as they are now; worked out anew with every change. */
export function usePreview(draft: PasteDraft): Preview {
  const { items, groups, lastPaste } = useShelf();
  const shelf = items.map(({ productId }) => productId).join(' ');
  // Asked anew when the shelf gains or loses one, and after an import.
  const { products, error, reload } = useCatalogue(`${shelf} ${lastPaste?.pasteId ?? 0}`);
  // Without a show prices are in what the room's products are in.
  const show = useShow();
  const currency = show?.currency ?? commonCurrency(products ?? []) ?? 'CNY';
  const known = useMemo(() => {
    const details = new Map((products ?? []).map((each) => [each.productId, each.details]));
    const names = new Map(groups.map(({ id, name }) => [id, name]));
    const onShelf = new Set(items.map(({ productId }) => productId));
    return [
      ...items.map((item): KnownProduct => {
        const { productId, linkNumber, groupId } = item;
        const groupName = groupId === null ? null : (names.get(groupId) ?? null);
        const kept = details.get(productId) ?? NO_DETAILS;
        return { productId, linkNumber, groupName, fields: fieldsOf(item), details: kept };
      }),
      ...(products ?? [])
        .filter(({ productId }) => !onShelf.has(productId))
        .map((product): KnownProduct => ({ ...product, linkNumber: null, groupName: null })),
    ];
  }, [items, groups, products]);
  const { rows, layout, edits, destination, formulas } = draft;
  const previewed = useMemo(
    () => previewPaste(rows, layout, edits, { known, currency, destination, formulas }),
    [rows, layout, edits, destination, formulas, known, currency],
  );
  return { rows: previewed, currency, isReady: products !== null, error, retry: reload };
}

function fieldsOf(item: ShelfItem): ProductFields {
  const { code, name, role, currency, stock, swatch } = item;
  const { priceMinor, listPriceMinor, couponPriceMinor } = item;
  const { benefit, hook, look, story, value, callToAction, say } = item;
  const prices = { priceMinor, listPriceMinor, couponPriceMinor };
  const texts = { benefit, hook, look, story, value, callToAction, say };
  return { code, name, role, currency, stock, swatch, ...prices, ...texts };
}
