import { useState } from 'react';
import type { ReactElement } from 'react';

import { imageAddress } from '#shared/rules/image-address.ts';

interface CardPhotoProps {
  /** The stored picture; null for none. */
  readonly imageId: string | null;
  readonly className: string | undefined;
}

/** A product's picture over the colours of its box, which stand there where it cannot be had. */
export function CardPhoto({ imageId, className }: CardPhotoProps): ReactElement | null {
  const [missingId, setMissingId] = useState<string | null>(null);
  if (imageId === null || imageId === missingId) return null;
  return (
    <img
      key={imageId}
      className={className}
      src={imageAddress(imageId, 'full')}
      alt=""
      decoding="async"
      onError={() => setMissingId(imageId)}
    />
  );
}
