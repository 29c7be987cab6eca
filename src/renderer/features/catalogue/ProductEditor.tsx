import { useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import type { AppError } from '#shared/contract/app-error.ts';
import type { ProductId } from '#shared/model/ids.ts';
import type { CatalogueProduct } from '#shared/model/product-details.ts';
import { readProductCells } from '#shared/rules/product-paste/read-product.ts';
import { productCells, type ProductCells } from '#shared/rules/product-table.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { ImageField } from '#renderer/product-images/ImageField.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

import styles from './CatalogueSheet.module.css';
import { EditorFields } from './EditorFields.tsx';
import { emptyCells } from './empty-cells.ts';
import { ProductHistory } from './ProductHistory.tsx';

/** What was done to one product, so that it can be taken back. */
export type ProductChange = {
  readonly key: number;
  readonly name: string;
  /** Null: there was none before. */
  readonly before: Pick<CatalogueProduct, 'fields' | 'details' | 'imageId'> | null;
  /** Null: it was removed. */
  readonly after: ProductId | null;
};

interface ProductEditorProps {
  /** Null adds one. */
  readonly product: CatalogueProduct | null;
  /** What a new one is priced in. */
  readonly currency: string;
  onClose(): void;
  onChanged(change: ProductChange): void;
  /** Its picture is another one: that is done by itself, whatever becomes of the form. */
  onImageChanged(): void;
}

/** One product in all its fields. What was typed stays until it is saved or the form is closed. */
export function ProductEditor(props: ProductEditorProps): ReactElement {
  const { product, currency: roomCurrency, onClose, onChanged, onImageChanged } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const [cells, setCells] = useState<ProductCells>(() =>
    product === null ? emptyCells(roomCurrency) : productCells(product, 'en'),
  );
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [imageId, setImageId] = useState(product?.imageId ?? null);
  const form = useRef<HTMLFormElement>(null);
  const read = readProductCells(cells, roomCurrency);
  const currency = read.isRead ? read.product.fields.currency : cells.currency;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (!read.isRead) {
      // The first wrong field, once React has marked it.
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    setBusy(true);
    const productId = product?.productId ?? null;
    const result = await run('catalogue.put', { productId, ...read.product });
    setBusy(false);
    if (!result.ok) {
      setRefusal(result.error);
      return;
    }
    const { name } = read.product.fields;
    onChanged({ key: Date.now(), name, before: product, after: result.value.productId });
  }

  async function remove(held: CatalogueProduct): Promise<void> {
    setBusy(true);
    const result = await run('catalogue.remove', { productId: held.productId });
    setBusy(false);
    if (result.ok) {
      const before = { ...held, imageId };
      onChanged({ key: Date.now(), name: held.fields.name, before, after: null });
    } else setRefusal(result.error);
  }

  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      {product === null ? (
        <p className={styles.quiet}>{t('image.saveFirst')}</p>
      ) : (
        <ImageField
          productId={product.productId}
          imageId={product.imageId}
          swatch={product.fields.swatch}
          onChanged={(changed) => {
            setImageId(changed);
            onImageChanged();
          }}
        />
      )}
      <EditorFields
        cells={cells}
        faults={isChecked && !read.isRead ? read.faults : []}
        currency={currency}
        isNew={product === null}
        onChange={(patch) => {
          setCells({ ...cells, ...patch });
          setRefusal(null);
        }}
      />
      {product !== null && <ProductHistory productId={product.productId} />}
      <div className={styles.actions}>
        {refusal !== null && <Notice tone="danger">{errorMessage(i18n, refusal)}</Notice>}
        <div className={styles.buttons}>
          <Button tone="go" type="submit" disabled={isBusy}>
            {t('common.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {product !== null && (
            <span className={styles.remove}>
              <ConfirmButton
                label={t('catalogue.remove')}
                tone="quiet"
                confirmLabel={t('catalogue.confirmRemove')}
                onConfirm={() => void remove(product)}
              />
            </span>
          )}
        </div>
      </div>
    </form>
  );
}
