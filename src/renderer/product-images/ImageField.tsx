import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { IMAGE_ADDRESS_MAX } from '#shared/contract/image-commands.ts';
import type { ProductId } from '#shared/model/ids.ts';
import { keyNames } from '#renderer/actions/key-table.ts';
import { errorMessage } from '#renderer/i18n/error-message.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { isComposing } from '#renderer/ui/composing.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProductPicture } from '#renderer/ui/ProductPicture.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import hidden from '#renderer/ui/VisuallyHidden.module.css';

import styles from './ImageField.module.css';
import { useGivenImage } from './use-given-image.ts';
import { useProductImage, type ProductImage } from './use-product-image.ts';

interface ImageFieldProps {
  readonly productId: ProductId;
  readonly imageId: string | null;
  readonly swatch: string;
  onChanged(imageId: string | null): void;
}

const ACCEPTED = 'image/png,image/jpeg,image/webp,image/gif';

/** A product's picture: chosen, dropped, pasted or fetched. It is changed at once, and can be put back. */
export function ImageField(props: ImageFieldProps): ReactElement {
  const { productId, swatch, onChanged } = props;
  const { t } = useI18n();
  const image = useProductImage(productId, props.imageId, onChanged);
  const field = useRef<HTMLFieldSetElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const { imageId, isBusy } = image;
  const keys = keyNames({ key: 'v', hasMod: true, hasShift: false }).join('+');

  function take(file: File, isPasted: boolean): void {
    if (!isBusy) void image.take(file, isPasted ? t('image.clipboard') : file.name);
  }
  useGivenImage(field, take);

  return (
    <fieldset ref={field} className={styles.field}>
      <legend className={styles.legend}>{t('image.title')}</legend>
      <div className={styles.picture}>
        <ProductPicture colors={swatch} imageId={imageId} size="full" />
      </div>
      <div className={styles.ways}>
        <div className={styles.buttons}>
          <Button disabled={isBusy} onClick={() => chooser.current?.click()}>
            {t(imageId === null ? 'image.choose' : 'image.replace')}
          </Button>
          {imageId !== null && (
            <Button tone="quiet" disabled={isBusy} onClick={() => void image.remove()}>
              {t('image.remove')}
            </Button>
          )}
          <input
            ref={chooser}
            type="file"
            className={hidden.hidden}
            tabIndex={-1}
            aria-label={t('image.choose')}
            accept={ACCEPTED}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) take(file, false);
              // The same file again, after it was put right, is a change too.
              target.value = '';
            }}
          />
        </div>
        <p className={styles.quiet}>{t('image.hint', { keys })}</p>
        <AddressLine image={image} />
      </div>
      <Outcome image={image} />
    </fieldset>
  );
}

function AddressLine({ image }: { readonly image: ProductImage }): ReactElement {
  const { t } = useI18n();
  const [address, setAddress] = useState('');
  const isReady = address.trim() !== '' && !image.isBusy;

  async function fetch(): Promise<void> {
    if (isReady && (await image.fetch(address.trim()))) setAddress('');
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
    // The form around it is saved by its own button.
    event.preventDefault();
    void fetch();
  }

  return (
    <div className={styles.address}>
      <TextField
        label={t('image.address')}
        isLabelHidden
        placeholder={t('image.address')}
        inputMode="url"
        maxLength={IMAGE_ADDRESS_MAX}
        value={address}
        onChange={setAddress}
        onKeyDown={onKeyDown}
      />
      <Button disabled={!isReady} onClick={() => void fetch()}>
        {t('image.fetch')}
      </Button>
    </div>
  );
}

/** What came of it, in a place that is there before: nothing below it moves. */
function Outcome({ image }: { readonly image: ProductImage }): ReactElement {
  const i18n = useI18n();
  const { t } = i18n;
  const { isBusy, error, change, imageId } = image;
  if (error !== null) {
    return (
      <div className={styles.outcome}>
        <Notice tone="danger">{errorMessage(i18n, error)}</Notice>
      </div>
    );
  }
  return (
    <p className={classNames(styles.outcome, styles.done)} role="status">
      {isBusy && t('image.working')}
      {!isBusy && change !== null && (
        <>
          {t(change.isUndo ? 'image.undone' : imageId === null ? 'image.removed' : 'image.taken')}{' '}
          <Button tone="quiet" onClick={() => void image.undo()}>
            {t(change.isUndo ? 'image.redo' : 'image.undo')}
          </Button>
        </>
      )}
    </p>
  );
}
