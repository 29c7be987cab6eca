import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandOutput } from '#shared/contract/contract.ts';
import { IMAGE_PART_BYTES, type GivenImage } from '#shared/contract/image-commands.ts';
import type { ReadableDatabase } from '../database/database.ts';
import type { Ports } from '../ports.ts';
import { fetchImage } from './fetch-image.ts';
import { imagesFolder } from './image-file.ts';
import type { ImageNetwork } from './image-network.ts';
import { imageIdOf, ImageStore, isStorable, type DrawnImage } from './image-store.ts';
import { photosInUse } from './mark-photos.queries.ts';
import { imagesInUse } from './product-images.queries.ts';

const SWEEP_EVERY_MS = 6 * 3_600_000;
/** What was fetched waits so long for the desk to take it. */
const FETCHED_KEPT_MS = 60_000;

export type ImagesDeps = {
  readonly db: ReadableDatabase;
  readonly ports: Ports;
  readonly dataFolder: string;
  readonly network: ImageNetwork;
};

/** Pictures of products and of marked moments: fetched for the desk, stored as it drew them anew, swept when nothing has them. */
export class ImagesService {
  readonly #deps: ImagesDeps;
  readonly #store: ImageStore;
  #fetched: { readonly id: string; readonly bytes: Uint8Array; stop(): void } | null = null;
  #stopSweeping: () => void = () => undefined;

  constructor(deps: ImagesDeps) {
    this.#deps = deps;
    this.#store = new ImageStore(imagesFolder(deps.dataFolder), deps.ports);
  }

  start(): void {
    this.#stopSweeping = this.#deps.ports.clock.every(SWEEP_EVERY_MS, () => void this.sweep());
    void this.sweep();
  }

  /** Removes pictures that no product and no marked moment has had for a month. Never rejects. */
  async sweep(): Promise<void> {
    try {
      const { db } = this.#deps;
      await this.#store.sweep(new Set([...imagesInUse(db), ...photosInUse(db)]));
    } catch (error) {
      // What is left is looked at again; nothing depends on it.
      this.#deps.ports.logger.log('warn', 'images_not_swept', { reason: String(error) });
    }
  }

  /**
   * Puts a picture on disk before anything is given it; `name` is what it is for. Refused: image_refused, image_gone,
   * store_full, folder_unwritable.
   */
  async keep(given: GivenImage, name: string): Promise<Result<unknown>> {
    if ('imageId' in given) {
      return (await this.#store.renew(given.imageId)) ? ok(null) : fail('image_gone', {});
    }
    const drawn = drawnOf(given);
    if (!isStorable(drawn)) {
      return fail('image_refused', { name, reason: 'image_undecodable' });
    }
    return this.#store.put(drawn);
  }

  idOf(given: GivenImage): string {
    return 'imageId' in given ? given.imageId : imageIdOf(drawnOf(given));
  }

  /** No product need have it any more: it stays for a while from now on. */
  async letGo(imageId: string): Promise<void> {
    await this.#store.renew(imageId);
  }

  /** Refused: image_unreachable, image_refused. */
  async fetch(address: string): Promise<Result<CommandOutput<'image.fetch'>>> {
    const { ports, network } = this.#deps;
    const fetched = await fetchImage(address.trim(), network, ports.clock);
    if (!fetched.ok) {
      ports.logger.log('info', 'image_not_fetched', { ...fetched.error.params });
      return fetched;
    }
    this.#drop();
    const id = Buffer.from(ports.randomness.bytes(12)).toString('hex');
    const stop = ports.clock.after(FETCHED_KEPT_MS, () => this.#drop());
    this.#fetched = { id, bytes: fetched.value, stop };
    return ok({ fetchId: id, bytes: fetched.value.byteLength });
  }

  /** Refused: image_gone. */
  part(fetchId: string, from: number): Result<CommandOutput<'image.part'>> {
    if (this.#fetched?.id !== fetchId) return fail('image_gone', {});
    const part = this.#fetched.bytes.subarray(from, from + IMAGE_PART_BYTES);
    return ok({ data: Buffer.from(part).toString('base64') });
  }

  close(): void {
    this.#stopSweeping();
    this.#drop();
  }

  #drop(): void {
    this.#fetched?.stop();
    this.#fetched = null;
  }
}

function drawnOf(given: { readonly full: string; readonly small: string }): DrawnImage {
  return { full: Buffer.from(given.full, 'base64'), small: Buffer.from(given.small, 'base64') };
}
