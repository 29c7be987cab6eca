import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import type { ProductId } from '#shared/model/ids.ts';
import { filterShelf } from '#shared/rules/shelf-filter.ts';
import { AreaNotice } from '#renderer/actions/AreaNotice.tsx';
import { OpenPartButton } from '#renderer/actions/OpenPartButton.tsx';
import {
  useActionState,
  useActionStore,
  usePerform,
} from '#renderer/actions/desk-actions-context.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf } from '#renderer/store/selectors.ts';
import { useIsSettingUp } from '#renderer/store/use-setting-up.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { isComposing } from '#renderer/ui/composing.ts';
import { TextField } from '#renderer/ui/TextField.tsx';

import { PasteStrip } from './PasteStrip.tsx';
import { CurrentProduct } from './CurrentProduct.tsx';
import { GroupStrip } from './GroupStrip.tsx';
import { LinkListStrip } from './LinkListStrip.tsx';
import { ProductSheet } from './ProductSheet.tsx';
import { ShelfList } from './ShelfList.tsx';
import styles from './ShelfPanel.module.css';

type Sheet = { readonly productId: ProductId | null };

/** The products of this show: what is on the shelf now above the list, the list in fixed order. */
export function ShelfPanel(): ReactElement {
  const { t } = useI18n();
  const perform = usePerform();
  const { items, groups, current } = useShelf();
  const store = useActionStore();
  const filter = useActionState(({ shelfFilter }) => shelfFilter);
  const setFilter = (shelfFilter: string): void => store.setState({ shelfFilter });
  const shown = useMemo(() => filterShelf({ items, groups }, filter), [items, groups, filter]);
  // Nothing can be on the shelf yet.
  const isSettingUp = useIsSettingUp();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const filterRequest = useActionState(({ shelfFilterRequest }) => shelfFilterRequest);

  useEffect(() => {
    if (filterRequest === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [filterRequest]);

  function onFilterKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
    // First Esc clears the filter and gives the keys back to the desk; the next one disarms.
    event.preventDefault();
    setFilter('');
    field.current?.blur();
  }

  const push = current?.state === 'on_shelf' ? current : null;
  return (
    <Panel
      title={t('shelf.title')}
      className={styles.panel}
      head={
        <>
          <span className={styles.count}>{t('shelf.count', { count: items.length })}</span>
          <TextField
            className={styles.filter}
            label={t('shelf.filter')}
            isLabelHidden
            placeholder={t('shelf.filterHint')}
            type="search"
            value={filter}
            onChange={setFilter}
            inputRef={field}
            onKeyDown={onFilterKey}
          />
          <Button
            tone="quiet"
            aria-label={t('pasteProducts.openLong')}
            onClick={() => perform({ type: 'openPanel', panel: 'products' })}
          >
            {t('pasteProducts.open')}
          </Button>
          <Button
            tone="quiet"
            aria-label={t('shelf.addProduct')}
            onClick={() => setSheet({ productId: null })}
          >
            {t('common.add')}
          </Button>
          <Button
            tone="quiet"
            aria-label={t('outlets.openLong')}
            onClick={() => perform({ type: 'openPanel', panel: 'outlets' })}
          >
            {t('outlets.open')}
          </Button>
          <OpenPartButton part="shelf" />
        </>
      }
    >
      {!isSettingUp && (
        <CurrentProduct
          push={push}
          item={items.find((item) => item.productId === push?.productId) ?? null}
          hasProducts={items.length > 0}
        />
      )}
      {items.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState title={t('shelf.empty')}>
            <p className={styles.hint}>{t('shelf.emptyHint')}</p>
            <Button onClick={() => perform({ type: 'openPanel', panel: 'products' })}>
              {t('pasteProducts.openLong')}
            </Button>
          </EmptyState>
        </div>
      ) : (
        <ShelfList shown={shown} filter={filter} onEdit={(productId) => setSheet({ productId })} />
      )}
      <div className={styles.notice}>
        <AreaNotice area="shelf" />
        <PasteStrip />
        <GroupStrip />
        <LinkListStrip filter={filter} onPut={() => setFilter('')} />
      </div>
      {sheet !== null && (
        <ProductSheet
          key={sheet.productId}
          productId={sheet.productId}
          onClose={() => setSheet(null)}
        />
      )}
    </Panel>
  );
}
