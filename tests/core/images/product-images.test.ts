import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { UNUSED_KEPT_MS } from '#core/images/image-store.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { ProductId } from '#shared/model/ids.ts';
import { NO_DETAILS } from '#shared/model/product-details.ts';
import {
  MAIN_ROOM,
  settled,
  startRig,
  type CoreRig,
  type RigScreen,
} from '#tests/support/core-rig.ts';
import { productFields } from '#tests/support/desk-facts.ts';
import { gifOf, jpegOf, pngOf, webpOf } from '#tests/support/sample-images.ts';

type Image = NonNullable<CommandInput<'catalogue.setImage'>['image']>;

let rig: CoreRig;
let desk: RigScreen;
let productId: ProductId;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await rig.advance(10);
  productId = await add('A-1');
});
afterEach(() => rig.close());

async function add(code: string): Promise<ProductId> {
  const fields = productFields(code, 'CNY');
  const put = { productId: null, fields, details: NO_DETAILS };
  return (await desk.must('catalogue.put', put)).productId;
}

function picture(
  mark: string,
  full = webpOf(1280, 960, mark),
  small = webpOf(96, 96, mark),
): Image {
  return { full: full.toString('base64'), small: small.toString('base64') };
}

const files = (): readonly string[] => {
  const folder = join(rig.dataFolder, 'images');
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
};
const shown = async (): Promise<unknown> => {
  const { products } = await desk.must('catalogue.page', { afterId: null, limit: 10 });
  return products.map(({ imageId }) => imageId);
};

describe('a picture', () => {
  test('lies beside the store under its hash, in both sizes, for this user alone', async () => {
    const { imageId, before } = await desk.must('catalogue.setImage', {
      productId,
      image: picture('one'),
    });
    expect(before).toBeNull();
    expect(imageId).toMatch(/^[0-9a-f]{64}$/);
    expect(files()).toEqual([imageId, `${imageId}.small`]);
    const path = join(rig.dataFolder, 'images', imageId ?? '');
    expect(readFileSync(path).equals(webpOf(1280, 960, 'one'))).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await shown()).toEqual([imageId]);
  });

  test('is on the shelf of desk, host screen and overlay', async () => {
    await desk.must('show.create', { title: 'Show', origin: 'live', currency: 'CNY' });
    await desk.must('shelf.putProduct', { fields: productFields('A-1', 'CNY'), linkNumber: 1 });
    const screens = [desk, rig.screen('anchor', MAIN_ROOM), rig.screen('overlay', MAIN_ROOM)];
    await rig.advance(100);
    const image = picture('one');
    const { imageId } = await desk.must('catalogue.setImage', { productId, image });
    await rig.advance(100);
    for (const screen of screens) {
      expect(screen.slice('shelf').items.map((item) => item.imageId)).toEqual([imageId]);
    }
  });

  test('is replaced, removed and put back; twice the same is one', async () => {
    const set = async (image: Image | null) =>
      desk.must('catalogue.setImage', { productId, image });
    const first = (await set(picture('one'))).imageId ?? '';
    const second = await set(picture('two'));
    expect(second.before).toBe(first);
    expect(await set(null)).toEqual({ imageId: null, before: second.imageId });
    expect(await set({ imageId: first })).toEqual({ imageId: first, before: null });
    await set(picture('one'));
    expect(files()).toHaveLength(4);
  });

  test('comes back with a product that was removed', async () => {
    const image = picture('one');
    const { imageId } = await desk.must('catalogue.setImage', { productId, image });
    await desk.must('catalogue.remove', { productId });
    const again = await add('A-1');
    expect(await shown()).toEqual([null]);
    await desk.must('catalogue.setImage', { productId: again, image: { imageId: imageId ?? '' } });
    expect(await shown()).toEqual([imageId]);
  });

  test('that was given to an imported product keeps the import from being taken back', async () => {
    const { pasteId } = await desk.must('shelf.putProducts', {
      products: [
        {
          productId: null,
          fields: productFields('I-1', 'CNY'),
          details: NO_DETAILS,
          linkNumber: null,
          groupName: null,
          isStockStated: true,
        },
      ],
    });
    const { products } = await desk.must('catalogue.page', { afterId: productId, limit: 1 });
    const imported = products[0]?.productId ?? productId;
    await desk.must('catalogue.setImage', { productId: imported, image: picture('one') });
    expect(await desk.run('shelf.undoPaste', { pasteId })).toMatchObject({
      error: { code: 'paste_changed' },
    });
    await desk.must('catalogue.setImage', { productId: imported, image: null });
    expect((await desk.run('shelf.undoPaste', { pasteId })).ok).toBe(true);
  });

  test('of a commit is there after a restart', async () => {
    const image = picture('one');
    const { imageId } = await desk.must('catalogue.setImage', { productId, image });
    const folder = rig.dataFolder;
    await rig.core.close();
    const next = await startRig(folder, rig.ports.clock.wallNow());
    const { products } = await next
      .screen('desk')
      .must('catalogue.page', { afterId: null, limit: 10 });
    expect(products.map((product) => product.imageId)).toEqual([imageId]);
    await next.close();
  });
});

describe('what the core does not take, whoever drew it', () => {
  const good = webpOf(96, 96, 'x');
  test.each([
    ['no picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), good],
    ['a page', Buffer.from('<!doctype html><script>canary(1)</script>'), good],
    ['a format that was not drawn by us', pngOf(4, 4), good],
    ['a moving one', gifOf(4, 4), good],
    ['a side too long', webpOf(1281, 4, 'x'), good],
    ['half of it', jpegOf(4, 4).subarray(0, -2), good],
    ['a square that is none', webpOf(4, 4, 'x'), webpOf(97, 96, 'x')],
  ])('%s', async (_name, full, small) => {
    const refused = await desk.run('catalogue.setImage', {
      productId,
      image: picture('', full, small),
    });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'image_refused', params: { reason: 'image_undecodable' } },
    });
    expect(files()).toEqual([]);
    expect(await shown()).toEqual([null]);
  });

  test('one that was never stored, a product that is not there, and more than a picture has', async () => {
    const gone = await desk.run('catalogue.setImage', {
      productId,
      image: { imageId: 'a'.repeat(64) },
    });
    expect(gone).toMatchObject({ ok: false, error: { code: 'image_gone' } });
    const unknown = await desk.run('catalogue.setImage', {
      productId: (productId + 1) as ProductId,
      image: picture('one'),
    });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'unknown_product' } });
    const large = await desk.run('catalogue.setImage', {
      productId,
      image: { full: 'A'.repeat(1_500_000), small: 'AAAA' },
    });
    expect(large.ok).toBe(false);
    expect(files()).toEqual([]);
  });

  test('an address inside, and a part of what was never fetched', async () => {
    const fetched = await desk.run('image.fetch', { address: 'https://127.0.0.1/a.png' });
    expect(fetched).toMatchObject({
      ok: false,
      error: { code: 'image_unreachable', params: { host: '127.0.0.1', reason: 'image_private' } },
    });
    const part = await desk.run('image.part', { fetchId: 'none', from: 0 });
    expect(part).toMatchObject({ ok: false, error: { code: 'image_gone' } });
  });

  test.each(['anchor', 'overlay', 'cli'] as const)('anything of a %s', async (role) => {
    const screen = rig.screen(role, MAIN_ROOM);
    const set = await screen.run('catalogue.setImage', { productId, image: picture('one') });
    const fetched = await screen.run('image.fetch', { address: 'https://shop.example/a.png' });
    for (const refused of [set, fetched]) {
      expect(refused).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
    }
  });
});

describe('what no product has any more', () => {
  test('is swept a month later at a start, and nothing that a product has', async () => {
    const folder = join(rig.dataFolder, 'images');
    const kept = await add('B-1');
    const image = picture('kept');
    const { imageId } = await desk.must('catalogue.setImage', { productId: kept, image });
    await desk.must('catalogue.setImage', { productId, image: picture('gone') });
    // Both are old by now; one is let go only today.
    for (const name of files()) utimesSync(join(folder, name), 0, 0);
    await desk.must('catalogue.remove', { productId });
    const leftover = join(folder, `${'b'.repeat(64)}.${'c'.repeat(16)}.new`);
    for (const path of [leftover, join(folder, 'notes.txt')]) {
      writeFileSync(path, 'x');
      utimesSync(path, 0, 0);
    }
    await restarted(UNUSED_KEPT_MS, () => !existsSync(leftover));
    expect(files()).toHaveLength(5);
    await restarted(UNUSED_KEPT_MS + 1, () => files().length === 3);
    expect(files()).toEqual([imageId, `${imageId}.small`, 'notes.txt']);
  });

  /** A core on the same folder so much later, until it has looked through it. */
  async function restarted(laterMs: number, isDone: () => boolean): Promise<void> {
    const wallTs = rig.ports.clock.wallNow();
    await rig.core.close();
    const next = await startRig(rig.dataFolder, wallTs + laterMs);
    while (!isDone()) await settled();
    await next.close();
  }
});
