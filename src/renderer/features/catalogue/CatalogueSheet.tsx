import { useState } from 'react';
import type { ReactElement } from 'react';

import type { AppError } from '#shared/contract/app-error.ts';
import type { CatalogueProduct } from '#shared/model/product-details.ts';
import { commonCurrency } from '#shared/rules/common-currency.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { useCatalogue } from '#renderer/connection/use-catalogue.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useShelf, useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

import { CatalogueList } from './CatalogueList.tsx';
import styles from './CatalogueSheet.module.css';
import { ExportButtons } from './ExportButtons.tsx';
import { ProductEditor, type ProductChange } from './ProductEditor.tsx';

type Opened = { readonly product: CatalogueProduct | null };

/** All products of the room, whatever show they were in: found, changed, taken in and out. */
export function CatalogueSheet({ onClose }: { onClose(): void }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { lastPaste } = useShelf();
  const show = useShow();
  const openPanel = useDeskStore((desk) => desk.openPanel);
  const besideWidth = useBesideWidth();
  const { products, error, reload } = useCatalogue(String(lastPaste?.pasteId ?? 0));
  const [opened, setOpened] = useState<Opened | null>(null);
  const [change, setChange] = useState<ProductChange | null>(null);

  if (opened !== null) {
    return (
      <Dialog
        title={opened.product?.fields.name ?? t('catalogue.new')}
        onClose={() => setOpened(null)}
        isWide
        besideWidth={besideWidth}
      >
        <ProductEditor
          key={opened.product?.productId ?? 0}
          product={opened.product}
          currency={show?.currency ?? commonCurrency(products ?? []) ?? 'CNY'}
          onClose={() => setOpened(null)}
          onImageChanged={reload}
          onChanged={(changed) => {
            setOpened(null);
            setChange(changed);
            reload();
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('catalogue.title')} onClose={onClose} isWide besideWidth={besideWidth}>
      <div className={styles.sheet}>
        <div className={styles.tools}>
          <Button tone="go" onClick={() => openPanel('import')}>
            {t('catalogue.import')}
          </Button>
          <Button onClick={() => setOpened({ product: null })}>{t('catalogue.add')}</Button>
          <ExportButtons isEmpty={products?.length === 0} />
        </div>
        <ImportUndo onUndone={reload} />
        {change !== null && (
          <ChangeUndo
            key={change.key}
            change={change}
            onDone={() => {
              setChange(null);
              reload();
            }}
            onDismiss={() => setChange(null)}
          />
        )}
        {error !== null && (
          <Notice tone="danger">
            {errorMessage(i18n, error)} <Button onClick={reload}>{t('common.retry')}</Button>
          </Notice>
        )}
        {products === null && error === null && (
          <p className={styles.quiet} role="status">
            {t('catalogue.loading')}
          </p>
        )}
        {products?.length === 0 && (
          <EmptyState title={t('catalogue.empty')}>{t('catalogue.emptyHint')}</EmptyState>
        )}
        {products !== null && products.length > 0 && (
          <CatalogueList products={products} onOpen={(product) => setOpened({ product })} />
        )}
      </div>
    </Dialog>
  );
}

/** What was imported last, and the way back. */
function ImportUndo({ onUndone }: { onUndone(): void }): ReactElement | null {
  const { t } = useI18n();
  const { lastPaste } = useShelf();
  const [seenId, setSeenId] = useState<number | null>(null);
  const [isUndone, setUndone] = useState(false);
  const run = useCommand();
  const { isBusy, refusal, act } = useAct();
  if (isUndone) {
    return (
      <Notice tone="info" onDismiss={() => setUndone(false)}>
        {t('catalogue.importUndone')}
      </Notice>
    );
  }
  if (lastPaste === null || lastPaste.pasteId === seenId) return null;
  const { pasteId, added, changed } = lastPaste;
  return (
    <Notice tone="info" onDismiss={() => setSeenId(pasteId)}>
      {t('pasteProducts.done', { added, changed })}{' '}
      <Button
        disabled={isBusy}
        onClick={() =>
          void act(
            () => run('shelf.undoPaste', { pasteId }),
            () => {
              setUndone(true);
              setSeenId(pasteId);
              onUndone();
            },
          )
        }
      >
        {t('import.undo')}
      </Button>
      {refusal}
    </Notice>
  );
}

interface ChangeUndoProps {
  readonly change: ProductChange;
  onDone(): void;
  onDismiss(): void;
}

/** One product that was changed, added or removed here, and the way back. */
function ChangeUndo({ change, onDone, onDismiss }: ChangeUndoProps): ReactElement {
  const { t } = useI18n();
  const run = useCommand();
  const { isBusy, refusal, act } = useAct();
  const { before, after, name } = change;

  async function undo(): Promise<Outcome> {
    if (before === null) {
      return after === null ? { ok: true } : run('catalogue.remove', { productId: after });
    }
    const { fields, details, imageId } = before;
    const put = await run('catalogue.put', { fields, details, productId: after });
    // One that was removed comes back under another number, and without its picture.
    if (!put.ok || after !== null || imageId === null) return put;
    return run('catalogue.setImage', { productId: put.value.productId, image: { imageId } });
  }

  return (
    <Notice tone="info" onDismiss={onDismiss}>
      {t(after === null ? 'catalogue.removed' : 'catalogue.saved', { name })}{' '}
      <Button disabled={isBusy} onClick={() => void act(undo, onDone)}>
        {t('catalogue.undo')}
      </Button>
      {refusal}
    </Notice>
  );
}

type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: AppError };

function useAct(): {
  readonly isBusy: boolean;
  readonly refusal: ReactElement | null;
  act(work: () => Promise<Outcome>, done: () => void): Promise<void>;
} {
  const i18n = useI18n();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  return {
    isBusy,
    refusal: error === null ? null : <p role="alert">{errorMessage(i18n, error)}</p>,
    async act(work, done) {
      setBusy(true);
      const result = await work();
      setBusy(false);
      setError(result.ok ? null : result.error);
      if (result.ok) done();
    },
  };
}

/** As wide as the column of what is armed leaves it; all of a window of one part. */
function useBesideWidth(): string | null {
  const share = useDeskStore((desk) => desk.layouts['columns']?.['action']);
  const isOwnWindow = useDeskStore((desk) => desk.part !== null);
  const isLive = useDeskStore((desk) => desk.view.name === 'live');
  if (isOwnWindow || !isLive) return '0';
  return share === undefined ? null : `${share}%`;
}
