import { memo } from 'react';
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react';

import type { ProductId } from '#shared/model/ids.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { usePerform } from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { ProductPicture } from '#renderer/ui/ProductPicture.tsx';

import styles from './ShelfRow.module.css';
import { StockButton } from './StockButton.tsx';
import type { RowDrop } from './use-row-drag.ts';
import { useStockText } from './use-stock-text.ts';

interface ShelfRowProps {
  readonly item: ShelfItem;
  readonly lineKey: string;
  readonly state: 'onShelf' | 'armed' | 'waiting';
  /** The one row of the list that Tab reaches; arrow keys go on from there. */
  readonly isTabStop: boolean;
  /** Chosen to be grouped. */
  readonly isSelected: boolean;
  /** The last of its group here: a little space says so. */
  readonly isRunEnd: boolean;
  readonly isDragged: boolean;
  /** Where the dragged product would come, seen from this row. */
  readonly drop: RowDrop | null;
  readonly onEdit: (productId: ProductId) => void;
  readonly onPick: (productId: ProductId, how: 'toggle' | 'range') => void;
  readonly onFocus: (lineKey: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One product of the shelf. A press arms it; nothing goes out before GO. */
export const ShelfRow = memo(function ShelfRow(props: ShelfRowProps): ReactElement {
  const { item, lineKey, state, isTabStop, isSelected, isRunEnd, isDragged, drop } = props;
  const { onEdit, onPick, onFocus, onKeyDown } = props;
  const { t, tn, format } = useI18n();
  const perform = usePerform();
  const stock = useStockText(item);
  const exponent = currencyExponent(item.currency);
  // The price the card shows large; the ladder below it is on the card.
  const price = item.priceMinor ?? item.couponPriceMinor;
  const priceText =
    price === null ? t('shelf.noPrice') : format.money(price, item.currency, exponent);
  const stateText =
    state === 'onShelf' ? t('shelf.stateOnShelf') : state === 'armed' ? t('shelf.stateArmed') : '';
  const about = [
    isSelected ? t('groups.selected') : '',
    item.role === 'none' ? '' : t(`shelf.role.${item.role}`),
    item.ordersPaid > 0 ? tn('shelf.orders', item.ordersPaid) : '',
  ];
  const time = format.span(item.airtimeMs);
  const airtime = item.airtimeMs > 0 ? t('shelf.airtime', { time }) : '';
  const facts = [stateText, ...about, airtime].filter(Boolean).join(t('common.separator'));
  // The time of what is on the shelf stands large above the list.
  const isTimed = item.airtimeMs > 0 && state !== 'onShelf';
  const meta = [...about, isTimed ? t('shelf.airtimeShort', { time }) : ''].filter(Boolean);
  const tabIndex = isTabStop ? 0 : -1;

  function onClick({ ctrlKey, metaKey, shiftKey }: MouseEvent): void {
    if (ctrlKey || metaKey) return onPick(item.productId, 'toggle');
    if (shiftKey) return onPick(item.productId, 'range');
    perform({ type: 'arm', linkNumber: item.linkNumber });
  }

  return (
    <li
      className={classNames(
        styles.row,
        item.groupId !== null && styles.grouped,
        isRunEnd && styles.runEnd,
        state !== 'waiting' && styles[state],
        isSelected && styles.selected,
        item.isSoldOut && styles.soldOut,
        isDragged && styles.dragged,
        drop === 'before' && styles.dropBefore,
        drop === 'after' && styles.dropAfter,
      )}
      data-product-id={item.productId}
      data-line={lineKey}
      draggable
    >
      <span className={styles.number} aria-hidden="true">
        {item.linkNumber}
      </span>
      <span className={styles.picture}>
        <ProductPicture colors={item.swatch} imageId={item.imageId} size="small" />
      </span>
      <button
        type="button"
        className={styles.arm}
        tabIndex={tabIndex}
        aria-label={[
          // What is drawn stands in it word by word, for who speaks to the machine.
          `${t('shelf.row', { number: item.linkNumber, name: item.name })} ${facts}`.trim(),
          priceText,
          stock.text,
        ]
          .filter(Boolean)
          .join(t('common.listSeparator'))}
        aria-current={state === 'onShelf' ? 'true' : undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Shift+ArrowUp Shift+ArrowDown"
        onClick={onClick}
        onFocus={() => onFocus(lineKey)}
        onKeyDown={onKeyDown}
      >
        <span className={styles.name} title={item.name}>
          {item.name}
        </span>{' '}
        <span className={styles.meta} title={facts}>
          {stateText !== '' && <b className={styles.state}>{stateText}</b>}
          {stateText !== '' && meta.length > 0 && t('common.separator')}
          {meta.join(t('common.separator'))}
        </span>
      </button>
      <span className={styles.side}>
        <b className={styles.price} aria-hidden="true">
          {priceText}
        </b>
        <StockButton item={item} tabIndex={tabIndex} />
      </span>
      <span className={styles.actions}>
        <Button
          tabIndex={tabIndex}
          aria-label={t('shelf.editNamed', { name: item.name })}
          onClick={() => onEdit(item.productId)}
        >
          {t('shelf.edit')}
        </Button>
      </span>
    </li>
  );
});
