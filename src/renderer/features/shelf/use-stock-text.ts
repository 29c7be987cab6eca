import type { ShelfItem } from '#shared/model/product.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';

/** Pieces left at which the stock is worth a look. */
const LOW_STOCK = 10;

export type StockText = { readonly text: string; readonly level: 'fine' | 'low' | 'out' };

/** Stock in words: sold out is what the operator marked or what is really gone. */
export function useStockText(item: Pick<ShelfItem, 'stock' | 'isSoldOut'>): StockText {
  const { t, format } = useI18n();
  if (item.isSoldOut) return { text: t('shelf.soldOut'), level: 'out' };
  if (item.stock === null) return { text: t('shelf.stockUnknown'), level: 'fine' };
  const text = t('shelf.stock', { count: format.number(item.stock) });
  return { text, level: item.stock <= LOW_STOCK ? 'low' : 'fine' };
}
