import { useState } from 'react';
import type { CSSProperties, ReactElement } from 'react';

import { imageAddress, type ImageSize } from '#shared/rules/image-address.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';

import { classNames } from './class-names.ts';
import styles from './ProductPicture.module.css';

type SwatchStyle = CSSProperties & Readonly<Record<'--swatch-from' | '--swatch-to', string>>;

const COLOR = /^#[0-9a-f]{6}$/i;
const FALLBACK = ['#8fa3b8', '#5f7286'] as const;

interface ProductPictureProps {
  /** Two colours, `#rrggbb,#rrggbb`: what stands there until there is more, and where nothing is. */
  readonly colors: string;
  /** The stored picture; null for none. */
  readonly imageId: string | null;
  /** `full` shows all of it, `small` fills the box. */
  readonly size: ImageSize;
}

/** A product's picture in a box of one size, whether there is one, it is on its way, or it is missing. */
export function ProductPicture({ colors, imageId, size }: ProductPictureProps): ReactElement {
  const { t } = useI18n();
  const [missingId, setMissingId] = useState<string | null>(null);
  const [loadedId, setLoadedId] = useState<string | null>(null);
  const [from = '', to = ''] = colors.split(',');
  const style: SwatchStyle = {
    '--swatch-from': COLOR.test(from) ? from : FALLBACK[0],
    '--swatch-to': COLOR.test(to) ? to : FALLBACK[1],
  };
  const isMissing = imageId !== null && missingId === imageId;
  return (
    <span
      className={classNames(styles.swatch, isMissing && styles.missing)}
      style={style}
      title={isMissing ? t('image.missing') : undefined}
      aria-hidden="true"
    >
      {imageId !== null && !isMissing && (
        <img
          key={imageId}
          className={classNames(styles.image, styles[size], loadedId === imageId && styles.loaded)}
          src={imageAddress(imageId, size)}
          alt=""
          decoding="async"
          draggable={false}
          onLoad={() => setLoadedId(imageId)}
          onError={() => setMissingId(imageId)}
        />
      )}
    </span>
  );
}
