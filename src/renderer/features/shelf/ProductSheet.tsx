import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';

import type { AppError } from '#shared/contract/app-error.ts';
import type { ProductId } from '#shared/model/ids.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useShelf, useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ImageField } from '#renderer/product-images/ImageField.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

import { checkDraft, draftOf, newDraft } from './product-draft.ts';
import type { ProductDraft } from './product-draft.ts';
import { useProductClaims } from '#renderer/store/use-product-claims.ts';
import { ProductFieldset } from './ProductFieldset.tsx';
import styles from './ProductSheet.module.css';

interface ProductSheetProps {
  /** Null adds a product. */
  readonly productId: ProductId | null;
  readonly onClose: () => void;
}

/** Adds or changes a product. What was typed stays until it is saved or the sheet is closed. */
export function ProductSheet({ productId, onClose }: ProductSheetProps): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const run = useCommand();
  const { items } = useShelf();
  const currency = useShow()?.currency ?? 'CNY';
  const item = items.find((candidate) => candidate.productId === productId) ?? null;
  const claims = useProductClaims(productId === null ? [] : [productId]);
  const [draft, setDraft] = useState<ProductDraft>(() =>
    item === null ? newDraft(items, currency) : draftOf(item),
  );
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const form = useRef<HTMLFormElement>(null);

  // Typing can begin at once; a product that exists is first read.
  useEffect(() => {
    if (productId === null) form.current?.querySelector('input')?.focus();
  }, [productId]);

  const others = items.filter((other) => other.productId !== productId);
  const checked = checkDraft(draft, others);

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    if (!checked.isValid) {
      // The first wrong field, once React has marked it.
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    setBusy(true);
    const linkNumber = item?.linkNumber ?? null;
    const result = await run('shelf.putProduct', { fields: checked.fields, linkNumber });
    setBusy(false);
    if (result.ok) onClose();
    else setRefusal(result.error);
  }

  async function remove(id: ProductId): Promise<void> {
    setBusy(true);
    const result = await run('shelf.removeProduct', { productId: id });
    setBusy(false);
    if (result.ok) onClose();
    else setRefusal(result.error);
  }

  return (
    <Dialog
      title={t(productId === null ? 'shelf.addProduct' : 'shelf.editProduct')}
      onClose={onClose}
    >
      <form ref={form} className={styles.form} onSubmit={(event) => void save(event)} noValidate>
        {item !== null && (
          <ImageField
            productId={item.productId}
            imageId={item.imageId}
            swatch={item.swatch}
            onChanged={() => undefined}
          />
        )}
        <ProductFieldset
          draft={draft}
          faults={isChecked && !checked.isValid ? checked.faults : {}}
          isNew={productId === null}
          claims={claims}
          onChange={(patch) => {
            setDraft({ ...draft, ...patch });
            setRefusal(null);
          }}
        />
        <div className={styles.actions}>
          {refusal !== null && <Notice tone="danger">{errorMessage(i18n, refusal)}</Notice>}
          <div className={styles.buttons}>
            <Button tone="go" type="submit" disabled={isBusy}>
              {t('common.save')}
            </Button>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            {item !== null && (
              <span className={styles.remove}>
                <ConfirmButton
                  label={t('shelf.remove')}
                  tone="quiet"
                  confirmLabel={t('shelf.confirmRemove')}
                  onConfirm={() => void remove(item.productId)}
                />
              </span>
            )}
          </div>
        </div>
      </form>
    </Dialog>
  );
}
