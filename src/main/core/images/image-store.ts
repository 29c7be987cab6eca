import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import {
  IMAGE_MAX_BYTES,
  IMAGE_MAX_SIDE,
  THUMBNAIL_MAX_BYTES,
  THUMBNAIL_SIDE,
} from '#shared/model/product-image.ts';
import { imageHeader } from '#shared/rules/image-header.ts';
import type { Ports } from '../ports.ts';
import { moveDurably } from '../store/durable-files.ts';
import { imageFile } from './image-file.ts';

/** As long as a backup or a way back may still ask for one that no product has. */
export const UNUSED_KEPT_MS = 30 * 24 * 3_600_000;
const STORED_NAME = /^([0-9a-f]{64})(?:\.small)?(\.[0-9a-f]{16}\.new)?$/;
const SIZES = ['full', 'small'] as const;

/** A picture as the desk drew it anew, in both sizes. */
export type DrawnImage = { readonly full: Uint8Array; readonly small: Uint8Array };

/** What a picture is called: the hash of both of its sizes. */
export function imageIdOf({ full, small }: DrawnImage): string {
  return createHash('sha256').update(full).update(small).digest('hex');
}

/** Looked at again here, whoever drew it: its form and how large it is. */
export function isStorable({ full, small }: DrawnImage): boolean {
  return (
    isDrawn(full, IMAGE_MAX_BYTES, IMAGE_MAX_SIDE) &&
    isDrawn(small, THUMBNAIL_MAX_BYTES, THUMBNAIL_SIDE)
  );
}

function isDrawn(bytes: Uint8Array, maxBytes: number, maxSide: number): boolean {
  if (bytes.byteLength > maxBytes) return false;
  const header = imageHeader(bytes);
  if (header === null || !header.isWhole) return false;
  const isOurs = header.type === 'webp' || header.type === 'jpeg';
  return isOurs && Math.max(header.width, header.height) <= maxSide;
}

/** Pictures as files named by their hash; each is whole under its name or not there. */
export class ImageStore {
  readonly #folder: string;
  readonly #ports: Ports;

  constructor(folder: string, ports: Ports) {
    this.#folder = folder;
    this.#ports = ports;
  }

  /** On disk when it returns. Refused: store_full, folder_unwritable. */
  async put(drawn: DrawnImage): Promise<Result<string>> {
    const imageId = imageIdOf(drawn);
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      for (const size of SIZES)
        await this.#write(imageFile(this.#folder, imageId, size), drawn[size]);
      return ok(imageId);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return error.code === 'ENOSPC'
        ? fail('store_full', {})
        : fail('folder_unwritable', { folder: this.#folder });
    }
  }

  /** Both of its sizes are there; from now on it counts as used until now. */
  async renew(imageId: string): Promise<boolean> {
    const now = new Date(this.#ports.clock.wallNow());
    try {
      for (const size of SIZES) await utimes(imageFile(this.#folder, imageId, size), now, now);
      return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return false;
    }
  }

  /** Removes what no product has had for UNUSED_KEPT_MS, and what an interrupted write left. */
  async sweep(inUse: ReadonlySet<string>): Promise<void> {
    const { clock, logger } = this.#ports;
    const untilTs = clock.wallNow() - UNUSED_KEPT_MS;
    let removed = 0;
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const [, imageId, unfinished] = STORED_NAME.exec(name) ?? [];
      if (imageId === undefined || (unfinished === undefined && inUse.has(imageId))) continue;
      const path = join(this.#folder, name);
      const found = await stat(path).catch(() => null);
      if (found === null || found.mtimeMs > untilTs) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    if (removed > 0) logger.log('info', 'images_swept', { removed });
  }

  async #write(path: string, bytes: Uint8Array): Promise<void> {
    const now = new Date(this.#ports.clock.wallNow());
    const mark = Buffer.from(this.#ports.randomness.bytes(8)).toString('hex');
    const unfinished = `${path}.${mark}.new`;
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.utimes(now, now);
      await file.sync();
    } finally {
      await file.close();
    }
    moveDurably(unfinished, path);
  }
}
