import { useState } from 'react';

import { imageAddress } from '#shared/rules/image-address.ts';

/** What an `img` of a card is given. */
export type CardPhoto = {
  readonly src: string;
  readonly decoding: 'async';
  onError(): void;
};

/** A product's picture for a card; null without one and where it cannot be had: its colours stand there. */
export function useCardPhoto(imageId: string | null): CardPhoto | null {
  const [missingId, setMissingId] = useState<string | null>(null);
  if (imageId === null || imageId === missingId) return null;
  return {
    src: imageAddress(imageId, 'full'),
    decoding: 'async',
    onError: () => setMissingId(imageId),
  };
}
