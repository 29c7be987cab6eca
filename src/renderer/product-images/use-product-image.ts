import { useCallback, useState } from 'react';

import { ok, type AppError, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import { IMAGE_PART_BYTES } from '#shared/contract/image-commands.ts';
import type { ProductId } from '#shared/model/ids.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import type { RoomClient } from '#renderer/connection/room-client.ts';

import { drawnImage } from './drawn-image.ts';

type Image = CommandInput<'catalogue.setImage'>['image'];

/** What was done to a picture, and the one that was there before. */
export type ImageChange = { readonly before: string | null; readonly isUndo: boolean };

export type ProductImage = {
  readonly imageId: string | null;
  readonly isBusy: boolean;
  readonly error: AppError | null;
  readonly change: ImageChange | null;
  /** A file as it was given; `name` is what it is called when it is refused. */
  take(given: Blob, name: string): Promise<void>;
  /** From an https address; true when the product has it now. */
  fetch(address: string): Promise<boolean>;
  remove(): Promise<void>;
  undo(): Promise<void>;
};

/** The picture of one product: given, taken away and put back; each is done at once. */
export function useProductImage(
  productId: ProductId,
  initial: string | null,
  onChanged: (imageId: string | null) => void,
): ProductImage {
  const run = useCommand();
  const [imageId, setImageId] = useState(initial);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [change, setChange] = useState<ImageChange | null>(null);

  const put = useCallback(
    async (make: () => Promise<Result<Image>>, isUndo: boolean): Promise<boolean> => {
      setBusy(true);
      setError(null);
      const image = await make();
      const done = image.ok
        ? await run('catalogue.setImage', { productId, image: image.value })
        : image;
      setBusy(false);
      if (!done.ok) {
        setError(done.error);
        return false;
      }
      setImageId(done.value.imageId);
      setChange({ before: done.value.before, isUndo });
      onChanged(done.value.imageId);
      return true;
    },
    [run, productId, onChanged],
  );
  const given = (image: Image): Promise<Result<Image>> => Promise.resolve(ok(image));

  return {
    imageId,
    isBusy,
    error,
    change,
    take: async (file, name) => void (await put(() => drawnImage(file, name), false)),
    fetch: (address) => put(() => fetched(run, address), false),
    remove: async () => void (await put(() => given(null), false)),
    undo: async () => {
      const before = change?.before ?? null;
      await put(() => given(before === null ? null : { imageId: before }), true);
    },
  };
}

/** The core fetches it, piece by piece it comes here, and is drawn like a file. */
async function fetched(run: RoomClient['run'], address: string): Promise<Result<Image>> {
  const found = await run('image.fetch', { address });
  if (!found.ok) return found;
  const { fetchId, bytes } = found.value;
  const parts: Blob[] = [];
  for (let from = 0; from < bytes; from += IMAGE_PART_BYTES) {
    const part = await run('image.part', { fetchId, from });
    if (!part.ok) return part;
    parts.push(new Blob([Uint8Array.from(atob(part.value.data), (unit) => unit.charCodeAt(0))]));
  }
  return drawnImage(new Blob(parts), URL.canParse(address) ? new URL(address).host : address);
}
